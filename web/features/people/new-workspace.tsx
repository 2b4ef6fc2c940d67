import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import type { MemberRole } from '#core/access/member-role.ts'
import { hasRight } from '#core/access/rights.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import './people.css'

type Props = { readonly role: MemberRole; readonly onCreate: (name: string) => void }

/** Another workspace of the organisation, for those who may make one. */
export function NewWorkspace({ role, onCreate }: Props) {
  const [name, setName] = useState('')
  if (!hasRight(role, { may: 'own', object: 'workspace' })) return null
  return (
    <section class="stack people-section" id="new-workspace">
      <h2>Another workspace</h2>
      <form
        class="people-new"
        aria-label="New workspace"
        onSubmit={(event) => {
          event.preventDefault()
          onCreate(name.trim())
        }}
      >
        <Field label="Name" required maxLength={80} value={name} onText={setName} />
        <Button type="submit" icon={Plus}>
          Create
        </Button>
      </form>
    </section>
  )
}
