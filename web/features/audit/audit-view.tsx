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
    ['Datasets', quota ? `${count(datasets)} of ${count(quota.datasets)}` : count(datasets)],
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

const objectOf = ({ object, objectId, dataset }: AuditEvent): string =>
  [object, objectId ?? dataset].filter((part) => part !== null).join(' ')

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
export function AuditList({ events }: { readonly events: readonly AuditEvent[] }) {
  if (events.length === 0) return <p class="muted">Nothing was done that matches.</p>
  return (
    <ol class="audit-list card">
      {events.map((event) => (
        <li key={event.number} class="audit-entry">
          <span class="small muted numeric">{formatMoment(Date.parse(event.at), null)}</span>
          <div class="grow audit-what">
            <strong>{event.command}</strong> <span class="muted">by {event.name ?? 'a stranger'}</span>
            <p class="small muted clip">
              {objectOf(event)}
              {event.rows !== null && ` · ${count(event.rows)} rows`}
              {event.outcome !== 'done' && ` · ${event.outcome}`}
            </p>
            <Detail event={event} />
          </div>
        </li>
      ))}
    </ol>
  )
}
