import { useMemo, useState } from 'preact/hooks'
import type { AccountSecurity, Step } from '../../account-api.ts'
import type { Account } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Field } from '../../ui/field.tsx'
import { CodeForm } from './code-form.tsx'
import { createForm, type Form } from './model.ts'
import { PasswordForm } from './password-form.tsx'

type Props = {
  readonly who: Account
  readonly security: AccountSecurity
  readonly onAccount: (who: Account) => void
}

type ChangeProps = Pick<Props, 'security'> & {
  readonly form: Form
  readonly onStep: (step: Step) => void
  readonly onCancel: () => void
}

function ChangeForm({ security, form, onStep, onCancel }: ChangeProps) {
  const [email, setEmail] = useState('')
  const ask = async (password: string): Promise<void> => {
    const step = await form.submit(() => security.changeEmail(email.trim(), password))
    if (step) onStep(step)
  }
  return (
    <div class="account-form">
      <Field label="New e-mail" type="email" autocomplete="email" maxLength={254} value={email} onText={setEmail} />
      <PasswordForm form={form} action="Send a code to it" onPassword={ask} onCancel={onCancel} />
    </div>
  )
}

/** The address: whether it is confirmed, and how to change it. */
export function EmailSection({ who, security, onAccount }: Props) {
  const [step, setStep] = useState<Step | null>(null)
  const [changes, setChanges] = useState(false)
  const form = useMemo(createForm, [])
  const confirm = async (code: string): Promise<void> => {
    const changed = await form.submit(() => security.confirmEmail({ challenge: step?.challenge ?? '', code }))
    if (!changed) return
    onAccount(changed)
    setStep(null)
    setChanges(false)
  }
  const verify = async (): Promise<void> => setStep(await form.submit(security.emailCode))
  return (
    <section class="panel card">
      <h2>E-mail</h2>
      <p>
        {who.email} <span class="muted">{who.emailVerified ? '· confirmed' : '· not confirmed yet'}</span>
      </p>
      {!step && form.problem.value && <FailureNotice problem={form.problem.value} />}
      {step && (
        <CodeForm
          sentTo={step.sentTo}
          form={form}
          action="Confirm"
          onCode={confirm}
          onResend={() => security.resend(step.challenge)}
        />
      )}
      {!step && changes && (
        <ChangeForm security={security} form={form} onStep={setStep} onCancel={() => setChanges(false)} />
      )}
      {!step && !changes && (
        <div class="row">
          {!who.emailVerified && (
            <Button kind="primary" disabled={form.busy.value} onClick={() => void verify()}>
              Confirm this address
            </Button>
          )}
          <Button onClick={() => setChanges(true)}>Change it …</Button>
        </div>
      )}
    </section>
  )
}
