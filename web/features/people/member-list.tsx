import { Crown, LogOut, UserMinus } from 'lucide'
import { type MemberRole, memberRoles } from '#core/access/member-role.ts'
import { hasRight } from '#core/access/rights.ts'
import type { Group, Member } from '../../people-api.ts'
import { Button } from '../../ui/button.tsx'
import './people.css'

type Doing = {
  readonly onRole: (id: string, role: MemberRole) => void
  readonly onOwner: (id: string) => void
  readonly onRemove: (id: string) => void
  readonly onLeave: () => void
}
type Seen = {
  readonly groups: readonly Group[]
  /** What whoever looks is to the workspace. */
  readonly role: MemberRole
  readonly me: string
}

function RoleChoice({
  member,
  role,
  onRole,
}: Pick<Seen, 'role'> & Pick<Doing, 'onRole'> & { readonly member: Member }) {
  const mayOwn = hasRight(role, { may: 'own', object: 'workspace' })
  const isFixed = member.role === 'owner' && !mayOwn
  return (
    <select
      class="input"
      aria-label={`Role of ${member.name}`}
      value={member.role}
      disabled={isFixed || !hasRight(role, { may: 'administer', object: 'member' })}
      onChange={({ currentTarget }) => {
        const chosen = memberRoles.find((each) => each === currentTarget.value)
        if (chosen) onRole(member.id, chosen)
      }}
    >
      {memberRoles
        .filter((each) => each !== 'owner' || mayOwn || member.role === 'owner')
        .map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
    </select>
  )
}

function MemberEntry({ member, groups, role, me, ...doing }: Seen & Doing & { readonly member: Member }) {
  const { id, name, email, kind } = member
  const isMe = id === me
  const mayOwn = hasRight(role, { may: 'own', object: 'workspace' })
  const of = groups.filter((group) => member.groups.includes(group.id)).map((group) => group.name)
  return (
    <li class="people-entry">
      <div class="grow people-who">
        <strong class="clip">
          {name}
          {isMe && <span class="muted"> (you)</span>}
        </strong>
        <p class="small muted clip">{[email, ...of].filter((fact) => fact !== null).join(' · ')}</p>
      </div>
      <RoleChoice member={member} role={role} onRole={doing.onRole} />
      {mayOwn && !isMe && kind === 'member' && member.role !== 'owner' && (
        <Button
          size="small"
          kind="quiet"
          icon={Crown}
          label={`Make ${name} the owner`}
          onClick={() => doing.onOwner(id)}
        />
      )}
      {isMe ? (
        <Button size="small" kind="quiet" icon={LogOut} label="Leave the workspace" onClick={doing.onLeave} />
      ) : (
        <Button
          size="small"
          kind="quiet"
          icon={UserMinus}
          label={`Remove ${name}`}
          onClick={() => doing.onRemove(id)}
        />
      )}
    </li>
  )
}

/** The members of the workspace, with what whoever looks may change. */
export function MemberList({ members, ...rest }: Seen & Doing & { readonly members: readonly Member[] }) {
  return (
    <section class="stack people-section">
      <h2>Members</h2>
      <ul class="people-list card">
        {members.map((member) => (
          <MemberEntry key={member.id} member={member} {...rest} />
        ))}
      </ul>
    </section>
  )
}
