import { useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import type { Form } from './model.ts'

type Props = {
  readonly form: Form
  readonly action: string
  readonly danger?: boolean
  readonly onPassword: (password: string) => Promise<void>
  readonly onCancel: () => void
}

/** Asks for the password before something that weakens or ends an account. */
export function PasswordForm({ form, action, danger = false, onPassword, onCancel }: Props) {
  const [password, setPassword] = useState('')
  return (
    <form
      class="account-form"
      onSubmit={(event) => {
        event.preventDefault()
        void onPassword(password)
      }}
    >
      <Field
        label="Your password"
        type="password"
        autocomplete="current-password"
        required
        value={password}
        onText={setPassword}
      />
      <div class="row">
        <Button type="submit" kind={danger ? 'danger' : 'primary'} disabled={form.busy.value}>
          {action}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  )
}
