import { ExternalLink, Link2 } from 'lucide'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Share, ShareRule, Sharing } from '../../api.ts'
import type { Outcome, Problem } from '../../transport.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { ago } from '../../ui/figures.ts'
import { Icon } from '../../ui/icon.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ShareRuleInput, ShareRuleNote } from './share-rule.tsx'

export type SharePorts = {
  readonly list: () => Promise<Outcome<readonly Share[]>>
  /** What links would disclose. */
  readonly sharing: () => Promise<Outcome<Sharing>>
  readonly create: (rule: ShareRule) => Promise<Outcome<Share>>
  readonly change: (id: string, rule: ShareRule) => Promise<Outcome<Share>>
  readonly revoke: (id: string) => Promise<Outcome<unknown>>
}

const urlOf = ({ token }: Share): string => `${location.origin}/s/${token}`

type RowProps = {
  readonly share: Share
  readonly sharing: Sharing | null
  readonly onRule: (rule: ShareRule) => void
  readonly onRevoke: () => void
}

function ShareRow({ share, sharing, onRule, onRevoke }: RowProps) {
  const url = urlOf(share)
  return (
    <li class="share-link">
      <div class="grow share-name">
        <p class="share-url clip">{url}</p>
        <p class="small faint">Made {ago(share.createdAt, Date.now())}</p>
      </div>
      {sharing && <ShareRuleInput label="What this link tells" rule={share} sharing={sharing} onRule={onRule} />}
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

const byDefault: ShareRule = { isOpen: false, least: 5 }

/** State of a dashboard's links. */
function useShares(ports: SharePorts) {
  const shares = useSignal<readonly Share[] | null>(null)
  const sharing = useSignal<Sharing | null>(null)
  const problem = useSignal<Problem | null>(null)
  const busy = useSignal(false)
  const take = <Value,>(outcome: Outcome<Value>, use: (value: Value) => void): void => {
    problem.value = outcome.ok ? null : outcome.error
    if (outcome.ok) use(outcome.value)
  }
  useEffect(() => {
    void ports.list().then((listed) =>
      take(listed, (all) => {
        // A link that was made while the list was under way stays.
        const made = (shares.value ?? []).filter(({ id }) => !all.some((share) => share.id === id))
        shares.value = [...made, ...all.filter(({ revokedAt }) => revokedAt === null)]
      }),
    )
    void ports.sharing().then((told) => told.ok && (sharing.value = told.value))
  }, [])
  return {
    shares,
    sharing,
    problem,
    busy,
    async create(rule: ShareRule): Promise<void> {
      busy.value = true
      take(await ports.create(rule), (share) => (shares.value = [share, ...(shares.value ?? [])]))
      busy.value = false
    },
    async change(id: string, rule: ShareRule): Promise<void> {
      take(await ports.change(id, rule), (changed) => {
        shares.value = (shares.value ?? []).map((share) => (share.id === id ? changed : share))
      })
    },
    async revoke(id: string): Promise<void> {
      take(await ports.revoke(id), () => (shares.value = (shares.value ?? []).filter((share) => share.id !== id)))
    },
  }
}

/** Creates, copies, lists, changes and revokes a dashboard's public links. */
export function ShareDialog({ ports, onClose }: { readonly ports: SharePorts; readonly onClose: () => void }) {
  const { shares, sharing, problem, busy, create, change, revoke } = useShares(ports)
  const rule = useSignal(byDefault)
  return (
    <Dialog title="Share this dashboard" onClose={onClose} wide>
      <div class="stack">
        <p class="muted">
          Anyone with the link sees this dashboard, live and read-only, without an account: totals and averages, never
          single rows. Revoke a link and it stops at once.
        </p>
        {sharing.value === null && !problem.value && <Skeleton height={64} />}
        {sharing.value && (
          <>
            <ShareRuleInput
              label="Strangers may read"
              isLabelShown
              rule={rule.value}
              sharing={sharing.value}
              onRule={(chosen) => (rule.value = chosen)}
            />
            <ShareRuleNote rule={rule.value} sharing={sharing.value} />
          </>
        )}
        <div>
          <Button kind="primary" icon={Link2} disabled={busy.value} onClick={() => void create(rule.value)}>
            Create a link
          </Button>
        </div>
        {problem.value && <FailureNotice problem={problem.value} />}
      </div>
      <div class="share-links">
        {shares.value === null && !problem.value && <Skeleton height={44} />}
        <ul>
          {shares.value?.map((share) => (
            <ShareRow
              key={share.id}
              share={share}
              sharing={sharing.value}
              onRule={(chosen) => void change(share.id, chosen)}
              onRevoke={() => void revoke(share.id)}
            />
          ))}
        </ul>
        {shares.value?.length === 0 && <p class="small faint">No links yet. Nobody but you can see this dashboard.</p>}
      </div>
    </Dialog>
  )
}
