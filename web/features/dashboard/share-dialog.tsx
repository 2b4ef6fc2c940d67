import { ExternalLink, Link2 } from 'lucide'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Share } from '../../api.ts'
import type { Outcome, Problem } from '../../transport.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { ago } from '../../ui/figures.ts'
import { Icon } from '../../ui/icon.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

export type SharePorts = {
  readonly list: () => Promise<Outcome<readonly Share[]>>
  readonly create: () => Promise<Outcome<Share>>
  readonly revoke: (id: string) => Promise<Outcome<unknown>>
}

const urlOf = ({ token }: Share): string => `${location.origin}/s/${token}`

function ShareRow({ share, onRevoke }: { readonly share: Share; readonly onRevoke: () => void }) {
  const url = urlOf(share)
  return (
    <li class="share-link">
      <div class="grow">
        <p class="share-url clip">{url}</p>
        <p class="small faint">Made {ago(share.createdAt, Date.now())}</p>
      </div>
      <CopyButton text={url} />
      <a
        class="button"
        data-size="small"
        data-kind="quiet"
        data-icon-only=""
        href={url}
        target="_blank"
        rel="noopener"
        aria-label="Open the link"
      >
        <Icon icon={ExternalLink} size={15} />
      </a>
      <Button size="small" kind="danger" onClick={onRevoke}>
        Revoke
      </Button>
    </li>
  )
}

/** Makes, copies, lists and revokes the public links of a dashboard. */
export function ShareDialog({ ports, onClose }: { readonly ports: SharePorts; readonly onClose: () => void }) {
  const shares = useSignal<readonly Share[] | null>(null)
  const problem = useSignal<Problem | null>(null)
  const busy = useSignal(false)
  const take = <Value,>(outcome: Outcome<Value>, use: (value: Value) => void): void => {
    problem.value = outcome.ok ? null : outcome.error
    if (outcome.ok) use(outcome.value)
  }
  useEffect(() => {
    void ports
      .list()
      .then((listed) => take(listed, (all) => (shares.value = all.filter(({ revokedAt }) => revokedAt === null))))
  }, [])
  const create = async (): Promise<void> => {
    busy.value = true
    take(await ports.create(), (share) => (shares.value = [share, ...(shares.value ?? [])]))
    busy.value = false
  }
  const revoke = async (id: string): Promise<void> => {
    take(await ports.revoke(id), () => (shares.value = (shares.value ?? []).filter((share) => share.id !== id)))
  }
  return (
    <Dialog title="Share this dashboard" onClose={onClose} wide>
      <div class="stack">
        <p class="muted">
          Anyone with the link sees this dashboard, live and read-only, without an account. They see totals and
          averages, never single rows. Revoke a link and it stops at once.
        </p>
        <div>
          <Button kind="primary" icon={Link2} disabled={busy.value} onClick={() => void create()}>
            Create a link
          </Button>
        </div>
        {problem.value && <FailureNotice problem={problem.value} />}
      </div>
      <div class="share-links">
        {shares.value === null && !problem.value && <Skeleton height={44} />}
        <ul>
          {shares.value?.map((share) => (
            <ShareRow key={share.id} share={share} onRevoke={() => void revoke(share.id)} />
          ))}
        </ul>
        {shares.value?.length === 0 && <p class="small faint">No links yet. Nobody but you can see this dashboard.</p>}
      </div>
    </Dialog>
  )
}
