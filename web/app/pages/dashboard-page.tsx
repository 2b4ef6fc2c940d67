import { useRoute } from 'preact-iso'
import { useState } from 'preact/hooks'
import { Skeleton } from '../../ui/skeleton.tsx'
import { usePageTitle } from '../page-title.ts'
import { dashboards, datasetOf } from '../workspace.ts'
import { DashboardPanel } from './dashboard-panel.tsx'

/** One dashboard by itself. */
export function DashboardPage() {
  const { params } = useRoute()
  const id = params['dashboard'] ?? ''
  const [title, setTitle] = useState<string | null>(null)
  const entry = dashboards.value?.find((each) => each.id === id)
  const shown = title ?? entry?.title ?? null
  const dataset = entry?.dataset ? datasetOf(entry.dataset) : null
  usePageTitle(shown ?? 'Dashboard')
  return (
    <div class="page" data-wide="">
      <header class="dataset-header">
        {shown ? <h1 class="clip">{shown}</h1> : <Skeleton width={280} height={31} />}
        <p class="dataset-facts">
          {dataset && (
            <>
              From <a href={`/data/${dataset.id}`}>{dataset.name}</a>
            </>
          )}
        </p>
      </header>
      <DashboardPanel key={id} id={id} onTitle={setTitle} />
    </div>
  )
}
