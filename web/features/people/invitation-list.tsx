import { formatMoment } from '#core/format/format-moment.ts'
import type { Invitation } from '../../people-api.ts'
import { Button } from '../../ui/button.tsx'
import './people.css'

const standOf = ({ isOpen, uses, maxUses, expiresAt }: Invitation): string => {
  if (!isOpen) return uses >= maxUses ? 'used' : 'expired'
  const until = formatMoment(Date.parse(expiresAt), 'day')
  return maxUses === 1 ? `open until ${until}` : `${uses} of ${maxUses} joined, open until ${until}`
}

type Props = { readonly list: readonly Invitation[]; readonly onRevoke: (id: string) => void }

/** Invitations that were made and not taken back. */
export function InvitationList({ list, onRevoke }: Props) {
  if (list.length === 0) return null
  return (
    <section class="stack people-section">
      <h2>Invitations</h2>
      <ul class="people-list card">
        {list.map((each) => (
          <li key={each.id} class="people-entry">
            <div class="grow people-who">
              <strong class="clip">{each.email ?? 'Whoever has the link'}</strong>
              <p class="small muted">
                {each.role} · {standOf(each)}
              </p>
            </div>
            <Button size="small" kind="quiet" onClick={() => onRevoke(each.id)}>
              Take back<span class="visually-hidden"> the invitation of {each.email ?? 'whoever has the link'}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
