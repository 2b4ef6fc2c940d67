import { passwordLength } from '#core/access/password-length.ts'
import { useState } from 'preact/hooks'
import type { Account } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Field } from '../../ui/field.tsx'
import { DataSection } from './data-section.tsx'
import { EmailSection } from './email-section.tsx'
import { DevicesSection, SessionsSection } from './places-section.tsx'
import { SecondStepSection } from './second-step-section.tsx'
import { TokensSection } from './tokens-section.tsx'
import { type AccountScreens, type Form, wordsOf } from './model.ts'
import './account.css'

type Props = { readonly who: Account; readonly screens: AccountScreens }

function Outcome({
  form,
  done,
  said = false,
}: {
  readonly form: Form
  readonly done: string
  readonly said?: boolean
}) {
  if (said) return null
  if (form.problem.value) return <FailureNotice problem={form.problem.value} />
  return (
    <p class="small muted entry-done" role="status">
      {form.done.value ? done : ''}
    </p>
  )
}

function NameForm({ who, screens }: Props) {
  const [name, setName] = useState(who.name)
  return (
    <form
      class="panel card"
      onSubmit={(event) => {
        event.preventDefault()
        void screens.change({ name: name.trim() })
      }}
    >
      <h2>Profile</h2>
      <Field label="Name" value={name} required maxLength={100} autocomplete="name" onText={setName} />
      <div class="row">
        <Button type="submit" kind="primary" disabled={screens.profile.busy.value || name.trim() === who.name}>
          Save
        </Button>
      </div>
      <Outcome form={screens.profile} done="Saved." />
    </form>
  )
}

const themeWords = { system: 'As the system', light: 'Light', dark: 'Dark' } as const

function Preferences({ who, screens }: Props) {
  const { preferences } = who
  const set = (change: Partial<Account['preferences']>): void =>
    void screens.change({ preferences: { ...preferences, ...change } })
  return (
    <section class="panel card">
      <h2>Preferences</h2>
      <fieldset class="account-choices">
        <legend class="field-label">Theme</legend>
        {(['system', 'light', 'dark'] as const).map((theme) => (
          <label key={theme} class="account-choice">
            <input type="radio" name="theme" checked={preferences.theme === theme} onChange={() => set({ theme })} />
            {themeWords[theme]}
          </label>
        ))}
      </fieldset>
      <label class="account-choice">
        <input
          type="checkbox"
          checked={preferences.notifications}
          onChange={(event) => set({ notifications: event.currentTarget.checked })}
        />
        Tell me when a file is ready while I am elsewhere
      </label>
    </section>
  )
}

function ChangePassword({ screens }: Pick<Props, 'screens'>) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const wrong = wordsOf(screens.password.problem.value, 'account/wrong-password')
  const submit = async (): Promise<void> => {
    if (!(await screens.changePassword({ current, next }))) return
    setCurrent('')
    setNext('')
  }
  return (
    <form
      class="panel card"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h2>Password</h2>
      <Field
        label="Current password"
        type="password"
        autocomplete="current-password"
        required
        value={current}
        onText={setCurrent}
        error={wrong}
      />
      <Field
        label="New password"
        type="password"
        autocomplete="new-password"
        required
        minLength={passwordLength.least}
        maxLength={200}
        value={next}
        onText={setNext}
        help={`At least ${passwordLength.least} characters.`}
      />
      <div class="row">
        <Button type="submit" disabled={screens.password.busy.value}>
          Change password
        </Button>
      </div>
      <Outcome
        form={screens.password}
        said={wrong !== null}
        done="Your password is changed; other devices have been signed out."
      />
    </form>
  )
}

/** A member's account settings. */
export function ProfileSettings({ who, screens, onLeave }: Props & { readonly onLeave: () => void }) {
  return (
    <div class="settings">
      <h1>Account</h1>
      <NameForm who={who} screens={screens} />
      <Preferences who={who} screens={screens} />
      <EmailSection who={who} security={screens.security} onAccount={screens.onAccount} />
      <ChangePassword screens={screens} />
      <SecondStepSection who={who} security={screens.security} />
      <SessionsSection security={screens.security} />
      <DevicesSection security={screens.security} />
      <TokensSection security={screens.security} />
      <DataSection security={screens.security} onDeleted={onLeave} />
      <div>
        <Button onClick={onLeave}>Sign out</Button>
      </div>
    </div>
  )
}
