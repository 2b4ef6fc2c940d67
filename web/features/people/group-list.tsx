import { Plus, Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import type { Group, Member } from '../../people-api.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import './people.css'

type Props = {
  readonly groups: readonly Group[]
  readonly members: readonly Member[]
  readonly onCreate: (name: string) => void
  readonly onFill: (id: string, people: readonly string[]) => void
  readonly onRemove: (id: string) => void
}

type EntryProps = Pick<Props, 'members' | 'onFill' | 'onRemove'> & { readonly group: Group }

function GroupEntry({ group, members, onFill, onRemove }: EntryProps) {
  const { id, name, members: inside } = group
  const toggled = (person: string): readonly string[] =>
    inside.includes(person) ? inside.filter((each) => each !== person) : [...inside, person]
  return (
    <li class="people-entry">
      <details class="grow people-who">
        <summary>
          <strong>{name}</strong>{' '}
          <span class="small muted">{inside.length === 1 ? '1 person' : `${inside.length} people`}</span>
        </summary>
        <ul class="people-checks">
          {members.map((member) => (
            <li key={member.id}>
              <label class="row">
                <input
                  type="checkbox"
                  checked={inside.includes(member.id)}
                  onChange={() => onFill(id, toggled(member.id))}
                />
                <span class="clip">{member.name}</span>
              </label>
            </li>
          ))}
        </ul>
      </details>
      <Button size="small" kind="quiet" icon={Trash2} label={`Delete the group ${name}`} onClick={() => onRemove(id)} />
    </li>
  )
}

/** Groups, to give rights to several people at once. */
export function GroupList({ groups, members, onCreate, onFill, onRemove }: Props) {
  const [name, setName] = useState('')
  return (
    <section class="stack people-section">
      <h2>Groups</h2>
      {groups.length > 0 && (
        <ul class="people-list card">
          {groups.map((group) => (
            <GroupEntry key={group.id} group={group} members={members} onFill={onFill} onRemove={onRemove} />
          ))}
        </ul>
      )}
      <form
        class="people-new"
        aria-label="New group"
        onSubmit={(event) => {
          event.preventDefault()
          onCreate(name.trim())
          setName('')
        }}
      >
        <Field label="New group" required maxLength={80} value={name} onText={setName} />
        <Button type="submit" icon={Plus}>
          Add
        </Button>
      </form>
    </section>
  )
}
