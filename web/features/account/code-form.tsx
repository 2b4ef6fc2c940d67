import { useState } from 'preact/hooks'
import type { Outcome, Problem } from '../../transport.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Field } from '../../ui/field.tsx'
import type { Form } from './model.ts'

type Props = {
  /** The masked address; null where an authenticator app shows the code. */
  readonly sentTo: string | null
  readonly form: Form
  readonly action: string
  /** What to enter, where that is not the code of a sign-in. */
  readonly says?: string
  /** Offers to trust this device. */
  readonly trusts?: boolean
  readonly onCode: (code: string, trust: boolean) => Promise<void>
  readonly onResend: (() => Promise<Outcome<unknown>>) | null
}

function Resend({ onResend }: { readonly onResend: () => Promise<Outcome<unknown>> }) {
  const [said, setSaid] = useState<string>('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const send = async (): Promise<void> => {
    const sent = await onResend()
    setProblem(sent.ok ? null : sent.error)
    setSaid(sent.ok ? 'Another code is on its way; the one before no longer works.' : '')
  }
  return (
    <div>
      <Button kind="quiet" size="small" onClick={() => void send()}>
        Send another code
      </Button>
      <p class="small muted" role="status">
        {problem ? `${problem.message} ${problem.hint}` : said}
      </p>
    </div>
  )
}

const whatToEnter = (sentTo: string | null): string =>
  sentTo === null
    ? 'Enter the code that your authenticator app shows, or one of your recovery codes.'
    : `We sent a code of six digits to ${sentTo}. It works for 10 minutes.`

/** Asks for a code of six digits. */
export function CodeForm({ sentTo, form, action, says, trusts = false, onCode, onResend }: Props) {
  const [code, setCode] = useState('')
  const [trust, setTrust] = useState(false)
  return (
    <form
      class="account-form"
      onSubmit={(event) => {
        event.preventDefault()
        void onCode(code.trim(), trust)
      }}
    >
      <p class="muted">{says ?? whatToEnter(sentTo)}</p>
      {form.problem.value && <FailureNotice problem={form.problem.value} />}
      <Field
        label="Code"
        autocomplete="one-time-code"
        {...(sentTo === null ? {} : { inputMode: 'numeric' as const })}
        required
        minLength={6}
        maxLength={12}
        value={code}
        onText={setCode}
      />
      {trusts && (
        <label class="account-choice">
          <input type="checkbox" checked={trust} onChange={(event) => setTrust(event.currentTarget.checked)} />
          Do not ask again on this device for 30 days
        </label>
      )}
      <div class="row">
        <Button type="submit" kind="primary" disabled={form.busy.value}>
          {action}
        </Button>
      </div>
      {onResend && <Resend onResend={onResend} />}
    </form>
  )
}
