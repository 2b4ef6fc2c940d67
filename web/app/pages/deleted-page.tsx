import { useLocation } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import { catalog, type Deleted } from '../../api.ts'
import { DeletedView } from '../../features/catalog/deleted-view.tsx'
import type { Outcome, Problem } from '../../transport.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast-model.ts'
import { usePageTitle } from '../page-title.ts'
import { useServices } from '../services.ts'

/** Deleted datasets and dashboards that can be restored. */
export function DeletedPage() {
  const { loadDashboards, takeDataset } = useServices().workspace
  const { route } = useLocation()
  const [deleted, setDeleted] = useState<Deleted | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  usePageTitle('Recently deleted')
  const load = async (): Promise<void> => {
    const found = await catalog.deleted()
    if (found.ok) setDeleted(found.value)
    else setProblem(found.error)
  }
  useEffect(() => void load(), [])
  async function restored<Value>(asked: Promise<Outcome<Value>>, then: (value: Value) => string): Promise<void> {
    const outcome = await asked
    setProblem(outcome.ok ? null : outcome.error)
    if (outcome.ok) {
      const address = then(outcome.value)
      showToast('It is back.', { text: 'Open', run: () => route(address) })
      await loadDashboards()
    }
    await load()
  }
  const onDataset = (id: string): void =>
    void restored(catalog.restoreDataset(id), (dataset) => {
      takeDataset(dataset)
      return `/data/${dataset.id}`
    })
  const onDashboard = (id: string): void =>
    void restored(catalog.restoreDashboard(id), (dashboard) => `/dashboards/${dashboard.id}`)
  return (
    <div class="page">
      <header class="page-head">
        <h1>Recently deleted</h1>
        <p class="page-facts">A dataset comes back with its versions and the dashboards that went with it.</p>
      </header>
      {problem && <FailureNotice problem={problem} />}
      {!deleted && !problem && <Skeleton height={200} />}
      {deleted && <DeletedView deleted={deleted} now={Date.now()} onDataset={onDataset} onDashboard={onDashboard} />}
    </div>
  )
}
