import { useMemo, useState } from 'preact/hooks'
import type { AccountSecurity } from '../../account-api.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PasswordForm } from './password-form.tsx'
import { createForm } from './model.ts'

type Props = { readonly security: AccountSecurity; readonly onDeleted: () => void }

/** Everything about oneself as a file, and the end of the account. */
export function DataSection({ security, onDeleted }: Props) {
  const [asks, setAsks] = useState(false)
  const form = useMemo(createForm, [])
  return (
    <section class="panel card">
      <h2>Your data</h2>
      <div>
        <a class="button" href="/api/v1/me/export" download>
          Download everything about me
        </a>
      </div>
      {asks ? (
        <>
          <p>
            Your account, its files and dashboards go for good in 14 days. You are signed out everywhere now; signing in
            before then keeps it all.
          </p>
          {form.problem.value && <FailureNotice problem={form.problem.value} />}
          <PasswordForm
            form={form}
            action="Delete my account"
            danger
            onPassword={async (password) =>
              void ((await form.submit(() => security.deleteAccount(password))) && onDeleted())
            }
            onCancel={() => setAsks(false)}
          />
        </>
      ) : (
        <div>
          <Button kind="danger" onClick={() => setAsks(true)}>
            Delete my account …
          </Button>
        </div>
      )}
      <p class="small muted">
        <a href="/privacy">What is kept about you</a>
      </p>
    </section>
  )
}
