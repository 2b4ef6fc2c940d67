import { passwordLength } from '#core/access/password-length.ts'
import { useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Field } from '../../ui/field.tsx'
import { Mark } from '../../ui/mark.tsx'
import { type AccountScreens, wordsOf } from './model.ts'
import type { Step } from '../../account-api.ts'
import { CodeForm } from './code-form.tsx'
import './account.css'

type Props = { readonly screens: AccountScreens; readonly onDone: () => void }

function useText(): readonly [string, (text: string) => void] {
  const [text, setText] = useState('')
  return [text, setText]
}

type KindProps = { readonly isBusiness: boolean; readonly onKind: (isBusiness: boolean) => void }

function KindAndTerms({ isBusiness, onKind }: KindProps) {
  return (
    <>
      <label class="account-choice">
        <input type="checkbox" checked={isBusiness} onChange={(event) => onKind(event.currentTarget.checked)} />
        <span>For a business: each new device needs a code by mail</span>
      </label>
      <p class="small muted">
        With an account you accept the <a href="/privacy">privacy text</a>.
      </p>
    </>
  )
}

/** Sign-up; the guest's workspace is kept. */
export function SignUpView({ screens, onDone }: Props) {
  const [name, setName] = useText()
  const [email, setEmail] = useText()
  const [password, setPassword] = useText()
  const [isBusiness, setBusiness] = useState(false)
  const { busy, problem } = screens.entering
  const taken = wordsOf(problem.value, 'account/email-taken')
  const accountType = isBusiness ? 'business' : 'individual'
  const submit = async (): Promise<void> => {
    if (await screens.signUp({ name: name.trim(), email: email.trim(), password, accountType })) onDone()
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
      <h1>Keep your work</h1>
      <p class="muted">
        With an account, your datasets, dashboards and links stay, and you can reach them from any device.
      </p>
      {problem.value && !taken && <FailureNotice problem={problem.value} />}
      <Field label="Name" name="name" autocomplete="name" required maxLength={100} value={name} onText={setName} />
      <Field
        label="E-mail"
        name="email"
        type="email"
        autocomplete="username"
        required
        maxLength={254}
        value={email}
        onText={setEmail}
        error={taken}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autocomplete="new-password"
        required
        minLength={passwordLength.least}
        maxLength={200}
        value={password}
        onText={setPassword}
        help={`At least ${passwordLength.least} characters. A few words in a row are easy to remember.`}
      />
      <KindAndTerms isBusiness={isBusiness} onKind={setBusiness} />
      <Button type="submit" kind="primary" disabled={busy.value}>
        {busy.value ? 'Creating your account …' : 'Create account'}
      </Button>
      <p class="small muted">
        Have an account? <a href="/sign-in">Sign in</a>
      </p>
    </form>
  )
}

/** The code that an account asks for after the password. */
function StepView({ step, screens, onDone }: Props & { readonly step: Step }) {
  return (
    <div class="entry card">
      <Mark size={34} />
      <h1>One more step</h1>
      <CodeForm
        sentTo={step.sentTo}
        form={screens.entering}
        action="Sign in"
        trusts
        onCode={async (code, trust) => void ((await screens.confirm(code, trust)) && onDone())}
        onResend={step.sentTo === null ? null : () => screens.security.resend(step.challenge)}
      />
      <Button kind="quiet" onClick={screens.startOver}>
        Sign in another way
      </Button>
    </div>
  )
}

/** Sign-in to an existing account. */
export function SignInView({ screens, onDone, endedSession }: Props & { readonly endedSession: boolean }) {
  const [email, setEmail] = useText()
  const [password, setPassword] = useText()
  const { busy, problem } = screens.entering
  const step = screens.step.value
  if (step) return <StepView step={step} screens={screens} onDone={onDone} />
  const submit = async (): Promise<void> => {
    if (await screens.signIn({ email: email.trim(), password })) onDone()
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
      <h1>Welcome back</h1>
      {endedSession && <p class="muted">Your session has ended. Sign in to go on where you were.</p>}
      {problem.value && <FailureNotice problem={problem.value} />}
      <Field
        label="E-mail"
        name="email"
        type="email"
        autocomplete="username"
        required
        value={email}
        onText={setEmail}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autocomplete="current-password"
        required
        value={password}
        onText={setPassword}
      />
      <Button type="submit" kind="primary" disabled={busy.value}>
        {busy.value ? 'Signing in …' : 'Sign in'}
      </Button>
      <p class="small muted">
        <a href="/forgot">Forgot your password?</a> · New here? <a href="/sign-up">Create an account</a>
      </p>
    </form>
  )
}
