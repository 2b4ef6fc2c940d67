import { Trash2, UserPlus } from 'lucide'
import { useState } from 'preact/hooks'
import { type GrantedRole, grantedRoles, type Place } from '#core/access/standing.ts'
import type { Group, Holder, Member, NamedGrant } from '../../people-api.ts'
import { Button } from '../../ui/button.tsx'
import './projects.css'

/** What of its place says who sees it: a project itself is in none. */
export type AccessPlace = Pick<Place, 'project' | 'isRestricted' | 'isProjectRestricted'>
type Who = { readonly members: readonly Member[]; readonly groups: readonly Group[] }
type Doing = {
  readonly onGrant: (holder: Holder, role: GrantedRole) => void
  readonly onTake: (holder: Holder) => void
  readonly onRestrict: (isRestricted: boolean) => void
}
type Props = Who &
  Doing & {
    /** `project` or `dataset`. */
    readonly what: string
    readonly place: AccessPlace
    readonly grants: readonly NamedGrant[]
  }

type RoleProps = {
  readonly label: string
  readonly role: GrantedRole
  readonly onRole: (role: GrantedRole) => void
}

function RoleChoice({ label, role, onRole }: RoleProps) {
  return (
    <select
      class="input"
      aria-label={label}
      value={role}
      onChange={({ currentTarget }) => {
        const chosen = grantedRoles.find((each) => each === currentTarget.value)
        if (chosen) onRole(chosen)
      }}
    >
      {grantedRoles.map((each) => (
        <option key={each} value={each}>
          {each}
        </option>
      ))}
    </select>
  )
}

/** Who sees it without a grant of its own, and how many these are. */
function usualReaders(members: readonly Member[], { isRestricted, isProjectRestricted, project }: AccessPlace): string {
  const isClosed = isRestricted || isProjectRestricted
  const seeing = members.filter(({ role }) =>
    isClosed ? role === 'owner' || role === 'admin' : role !== 'guest',
  ).length
  const who = isClosed ? 'Owners and admins' : 'Every member but guests'
  const known = members.length === 0 ? who : `${who} (${seeing})`
  const ofProject = project !== null && !isRestricted ? ', those who were given a role on its project' : ''
  return `${known}${ofProject}, and those below.`
}

const wordsOf = ({ kind }: Holder): string => (kind === 'group' ? 'group' : 'person')

function GrantEntry({ grant, onGrant, onTake }: Pick<Doing, 'onGrant' | 'onTake'> & { readonly grant: NamedGrant }) {
  const { holder, name, role } = grant
  return (
    <li class="project-entry">
      <div class="grow project-what">
        <strong class="clip">{name}</strong>
        <p class="small muted">{wordsOf(holder)}</p>
      </div>
      <RoleChoice label={`Role of ${name}`} role={role} onRole={(next) => onGrant(holder, next)} />
      <Button
        size="small"
        kind="quiet"
        icon={Trash2}
        label={`Take the role of ${name} back`}
        onClick={() => onTake(holder)}
      />
    </li>
  )
}

/** Gives a role to somebody who has none here. */
function NewGrant({ members, groups, grants, onGrant }: Who & Pick<Props, 'grants' | 'onGrant'>) {
  const [role, setRole] = useState<GrantedRole>('viewer')
  const [chosen, setChosen] = useState('')
  const isFree = ({ kind, id }: Holder): boolean =>
    !grants.some(({ holder }) => holder.kind === kind && holder.id === id)
  const holders = [
    ...groups.map(({ id, name }) => ({ kind: 'group' as const, id, name: `${name} (group)` })),
    ...members.map(({ id, name }) => ({ kind: 'user' as const, id, name })),
  ].filter(isFree)
  const keyOf = ({ kind, id }: Holder): string => `${kind} ${id}`
  if (holders.length === 0) return null
  return (
    <form
      class="project-new"
      aria-label="Share with"
      onSubmit={(event) => {
        event.preventDefault()
        const holder = holders.find((each) => keyOf(each) === chosen)
        if (holder) onGrant({ kind: holder.kind, id: holder.id }, role)
        setChosen('')
      }}
    >
      <select
        class="input"
        aria-label="Person or group"
        required
        value={chosen}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      >
        <option value="">Person or group …</option>
        {holders.map((holder) => (
          <option key={keyOf(holder)} value={keyOf(holder)}>
            {holder.name}
          </option>
        ))}
      </select>
      <RoleChoice label="Role" role={role} onRole={setRole} />
      <Button type="submit" icon={UserPlus}>
        Share
      </Button>
    </form>
  )
}

/** Who may see a project or a dataset, to change it. */
export function AccessList({ what, place, grants, members, groups, onRestrict, ...doing }: Props) {
  return (
    <section class="stack project-section" aria-label="Who may see this">
      <h2>Who may see this</h2>
      <p class="small muted">{usualReaders(members, place)}</p>
      <label class="row">
        <input
          type="checkbox"
          checked={place.isRestricted}
          onChange={({ currentTarget }) => onRestrict(currentTarget.checked)}
        />
        Only those granted see this {what}
      </label>
      {grants.length > 0 && (
        <ul class="project-list card">
          {grants.map((grant) => (
            <GrantEntry key={`${grant.holder.kind} ${grant.holder.id}`} grant={grant} {...doing} />
          ))}
        </ul>
      )}
      <NewGrant members={members} groups={groups} grants={grants} onGrant={doing.onGrant} />
    </section>
  )
}
