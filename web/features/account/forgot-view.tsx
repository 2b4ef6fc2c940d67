import { passwordLength } from '#core/access/password-length.ts'
import { useMemo, useState } from 'preact/hooks'
import type { AccountSecurity } from '../../account-api.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Field } from '../../ui/field.tsx'
import { Mark } from '../../ui/mark.tsx'
import { createForm } from './model.ts'
import './account.css'

type Props = { readonly security: AccountSecurity }

/** Asks for a link to choose a new password. */
export function ForgotView({ security }: Props) {
  const [email, setEmail] = useState('')
  const [sendsMail, setSendsMail] = useState<boolean | null>(null)
  const form = useMemo(createForm, [])
  const submit = async (): Promise<void> => {
    const answer = await form.submit(() => security.forgot(email.trim()))
    if (answer) setSendsMail(answer.sendsMail)
  }
  return (
    <form
      class="entry card"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Mark size={34} />
      <h1>Forgot your password?</h1>
      {form.problem.value && <FailureNotice problem={form.problem.value} />}
      <p class="muted" role="status">
        {sendsMail === null && 'Enter your address, and we send you a link to choose a new one.'}
        {sendsMail === true &&
          'If there is an account with this address, a link is on its way to it. It works for 30 minutes.'}
        {sendsMail === false && 'This installation sends no mail. Ask its operator for help.'}
      </p>
      <Field
        label="E-mail"
        name="email"
        type="email"
        autocomplete="username"
        required
        value={email}
        onText={setEmail}
      />
      <Button type="submit" kind="primary" disabled={form.busy.value}>
        Send the link
      </Button>
      <p class="small muted">
        <a href="/sign-in">Back to sign-in</a>
      </p>
    </form>
  )
}

/** Takes a new password with the token of the link. */
export function ResetView({ security, token }: Props & { readonly token: string }) {
  const [password, setPassword] = useState('')
  const form = useMemo(createForm, [])
  if (form.done.value)
    return (
      <div class="entry card">
        <Mark size={34} />
        <h1>Your password is changed</h1>
        <p class="muted">All devices have been signed out.</p>
        <a class="button" data-kind="primary" href="/sign-in">
          Sign in
        </a>
      </div>
    )
  return (
    <form
      class="entry card"
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit(() => security.reset(token, password))
      }}
    >
      <Mark size={34} />
      <h1>Choose a new password</h1>
      {form.problem.value && <FailureNotice problem={form.problem.value} />}
      <Field
        label="New password"
        type="password"
        autocomplete="new-password"
        required
        minLength={passwordLength.least}
        maxLength={passwordLength.most}
        value={password}
        onText={setPassword}
        help={`At least ${passwordLength.least} characters. A few words in a row are easy to remember.`}
      />
      <Button type="submit" kind="primary" disabled={form.busy.value}>
        Change password
      </Button>
      <p class="small muted">
        <a href="/forgot">Ask for another link</a>
      </p>
    </form>
  )
}
