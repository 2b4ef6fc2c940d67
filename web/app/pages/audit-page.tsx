import { Download, ShieldCheck } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { AuditList, UsageView } from '../../features/audit/audit-view.tsx'
import { audit, type AuditEvent, auditFileOf, type Usage } from '../../people-api.ts'
import type { Problem } from '../../transport.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Field } from '../../ui/field.tsx'
import { count } from '../../ui/figures.ts'
import { Icon } from '../../ui/icon.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { usePageTitle } from '../page-title.ts'
import { useServices } from '../services.ts'

/** Events of one page of the API. */
const pageSize = 100

const saidOf = ({ events, brokenAt }: { readonly events: number; readonly brokenAt: number | null }): string =>
  brokenAt === null
    ? `${count(events)} events are as they were written.`
    : `The log is broken at event ${count(brokenAt)}: it was changed, or one is missing.`

/** What was done in the workspace, by whom, and what it stores. */
export function AuditPage() {
  const { datasets } = useServices().workspace
  const [events, setEvents] = useState<readonly AuditEvent[] | null>(null)
  const [usage, setUsage] = useState<Usage | null>(null)
  const [text, setText] = useState('')
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  usePageTitle('Audit')
  async function search(more: readonly AuditEvent[] = []): Promise<void> {
    const found = await audit.search(text.trim(), more.at(-1)?.number)
    setProblem(found.ok ? null : found.error)
    if (found.ok) setEvents([...more, ...found.value])
  }
  async function verify(): Promise<void> {
    const checked = await audit.verify()
    setProblem(checked.ok ? null : checked.error)
    if (checked.ok) setSaid(saidOf(checked.value))
  }
  useEffect(() => {
    void search()
    void audit.usage().then((found) => found.ok && setUsage(found.value))
  }, [])
  return (
    <div class="page stack">
      <header class="page-head">
        <h1>Audit and usage</h1>
        <p class="page-facts">Every change and every access to data, and what is stored.</p>
      </header>
      {problem && <FailureNotice problem={problem} />}
      {usage && <UsageView usage={usage} />}
      <form
        class="audit-tools"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          void search()
        }}
      >
        <Field label="Find" value={text} onText={setText} maxLength={200} />
        <Button type="submit">Search</Button>
        <Button icon={ShieldCheck} onClick={() => void verify()}>
          Verify
        </Button>
        {(['csv', 'ndjson'] as const).map((format) => (
          <a key={format} class="button" data-kind="quiet" href={auditFileOf(format)} download>
            <Icon icon={Download} />
            {format.toUpperCase()}
          </a>
        ))}
      </form>
      <p role="status">{said}</p>
      {!events && !problem && <Skeleton height={300} />}
      {events && <AuditList events={events} nameOf={(id) => datasets.value?.find((each) => each.id === id)?.name} />}
      {events && events.length > 0 && events.length % pageSize === 0 && (
        <Button onClick={() => void search(events)}>Show older</Button>
      )}
    </div>
  )
}
