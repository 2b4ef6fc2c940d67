import { UserPlus } from 'lucide'
import { useId, useState } from 'preact/hooks'
import type { InvitedRole } from '../../people-api.ts'
import type { Outcome, Problem } from '../../transport.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Field } from '../../ui/field.tsx'
import { roleWords } from './role-words.ts'
import './people.css'

const roles = ['viewer', 'analyst', 'admin', 'guest'] as const satisfies readonly InvitedRole[]
/** How many may use a link that names no address. */
const manyUses = 50

type Wanted = { readonly role: InvitedRole; readonly email?: string; readonly maxUses: number }
type Props = {
  readonly invite: (wanted: Wanted) => Promise<Outcome<{ readonly link: string }>>
  readonly onMade: () => void
}

function MadeLink({ link }: { readonly link: string }) {
  return (
    <div class="people-link" role="status">
      <p class="small">Send this link. It is shown once, and works for seven days.</p>
      <div class="row">
        <input class="input grow" readOnly value={link} aria-label="Link of the invitation" />
        <CopyButton text={link} />
      </div>
    </div>
  )
}

type RoleProps = { readonly role: InvitedRole; readonly onRole: (role: InvitedRole) => void }

function RoleField({ role, onRole }: RoleProps) {
  const id = useId()
  return (
    <div class="field">
      <label class="field-label" for={id}>
        Role
      </label>
      <select
        id={id}
        class="input"
        value={role}
        onChange={({ currentTarget }) => onRole(roles.find((each) => each === currentTarget.value) ?? 'viewer')}
      >
        {roles.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
      <p class="field-help">{roleWords[role]}.</p>
    </div>
  )
}

/** Invites by a link: for one address, or for whoever has it. */
export function InviteForm({ invite, onMade }: Props) {
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<InvitedRole>('viewer')
  const [link, setLink] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  async function submit(): Promise<void> {
    const to = email.trim()
    const made = await invite({ role, ...(to === '' ? { maxUses: manyUses } : { email: to, maxUses: 1 }) })
    setProblem(made.ok ? null : made.error)
    setLink(made.ok ? new URL(made.value.link, location.origin).href : null)
    if (made.ok) setEmail('')
    onMade()
  }
  return (
    <form
      class="card stack people-invite"
      aria-label="Invite people"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h2>Invite people</h2>
      {problem && <FailureNotice problem={problem} />}
      <div class="people-fields">
        <Field
          label="E-mail (optional)"
          name="invited"
          type="email"
          maxLength={254}
          value={email}
          onText={setEmail}
          help="Without one, whoever has the link may join."
        />
        <RoleField role={role} onRole={setRole} />
      </div>
      <div class="row">
        <Button type="submit" kind="primary" icon={UserPlus}>
          Make a link
        </Button>
      </div>
      {link && <MadeLink link={link} />}
    </form>
  )
}
