import { encode } from 'uqr'
import { CopyButton } from '../../ui/copy-button.tsx'
import { CodeForm } from './code-form.tsx'
import type { Form } from './model.ts'

type Props = {
  readonly app: { readonly secret: string; readonly address: string }
  readonly form: Form
  readonly onCode: (code: string) => Promise<void>
}

/** A QR code, dark on white in every theme, because cameras need it so. */
function QrCode({ text }: { readonly text: string }) {
  const { data, size } = encode(text, { border: 2 })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg class="account-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label="QR code for your authenticator app">
      <path d={path} />
    </svg>
  )
}

/** Hands the secret to an authenticator app, and asks for its first code. */
export function AppSetUp({ app, form, onCode }: Props) {
  return (
    <div class="account-form">
      <p>Scan this with your authenticator app, or type the key into it.</p>
      <QrCode text={app.address} />
      <div class="row">
        <code class="account-key">{app.secret}</code>
        <CopyButton text={app.secret} />
      </div>
      <p class="small muted">
        On this device: <a href={app.address}>open your app</a>
      </p>
      <CodeForm
        sentTo={null}
        says="Then enter the code that it shows."
        form={form}
        action="Turn it on"
        onCode={onCode}
        onResend={null}
      />
    </div>
  )
}
