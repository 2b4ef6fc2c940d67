import { formatMoment } from '#core/format/format-moment.ts'
import type { AuditEvent, Usage } from '../../people-api.ts'
import { count } from '../../ui/figures.ts'
import './audit.css'

/** Bytes as megabytes. */
const megabytes = (bytes: number): string => `${count(Math.round(bytes / 1_000_000))} MB`

/** What the workspace stores and holds. */
export function UsageView({ usage }: { readonly usage: Usage }) {
  const { datasets, bytes, members, projects, quota, auditDays } = usage
  const facts = [
    ['Datasets loaded', quota ? `${count(datasets)} of ${count(quota.datasets)}` : count(datasets)],
    ['Stored', quota ? `${megabytes(bytes)} of ${megabytes(quota.bytes)}` : megabytes(bytes)],
    ['Members', count(members)],
    ['Projects', count(projects)],
    ['Log kept', `${count(auditDays)} days`],
  ] as const
  return (
    <dl class="usage card">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt class="small muted">{name}</dt>
          <dd class="numeric">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The name of a dataset; undefined for one that is gone. */
type NameOf = (id: string) => string | undefined

/** A command in words: `create-invitation` is “Create invitation”. */
function wordsOf(command: string): string {
  const words = command.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function objectOf({ object, objectId, dataset }: AuditEvent, nameOf: NameOf): string {
  const name = dataset === null ? undefined : nameOf(dataset)
  const isDataset = objectId === null || objectId === dataset
  const which = isDataset ? (name ?? objectId ?? dataset) : objectId
  const of = isDataset || name === undefined ? '' : ` of ${name}`
  return `${[object, which].filter((part) => part !== null).join(' ')}${of}`
}

function Detail({ event }: { readonly event: AuditEvent }) {
  const { before, after } = event
  if ((before ?? null) === null && (after ?? null) === null) return null
  return (
    <details>
      <summary class="small">Before and after</summary>
      <pre class="audit-detail">{JSON.stringify({ before, after }, null, 2)}</pre>
    </details>
  )
}

/** Events of the audit log, the newest first. */
export function AuditList({ events, nameOf }: { readonly events: readonly AuditEvent[]; readonly nameOf: NameOf }) {
  if (events.length === 0) return <p class="muted">Nothing was done that matches.</p>
  return (
    <ol class="audit-list card">
      {events.map((event) => (
        <li key={event.number} class="audit-entry">
          <span class="small muted numeric">{formatMoment(Date.parse(event.at), null)}</span>
          <div class="grow audit-what">
            <strong>{wordsOf(event.command)}</strong> <span class="muted">by {event.name ?? 'a stranger'}</span>
            <p class="small muted clip">
              {objectOf(event, nameOf)}
              {event.rows !== null && ` · ${count(event.rows)} ${event.rows === 1 ? 'row' : 'rows'}`}
              {event.outcome !== 'done' && ` · ${event.outcome}`}
            </p>
            <Detail event={event} />
          </div>
        </li>
      ))}
    </ol>
  )
}
