import { Trash2 } from 'lucide'
import { useLocation, useRoute } from 'preact-iso'
import { useRef } from 'preact/hooks'
import { AskBox } from '../../features/ask/ask-box.tsx'
import type { Board } from '../../features/dashboard/board.ts'
import { FreshnessNote } from '../../features/dataset/about.tsx'
import { Button } from '../../ui/button.tsx'
import { EditableTitle } from '../../ui/editable-title.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { addressOfAsked } from '../asking.ts'
import { completingOf } from '../completing.ts'
import { useMay } from '../may.ts'
import { usePageTitle } from '../page-title.ts'
import { removeDashboard } from '../removal.ts'
import { useDeviceCopy } from '../use-device-copy.ts'
import { useServices } from '../services.ts'
import { DashboardPanel } from './dashboard-panel.tsx'

type HeadProps = { readonly id: string; readonly board: Board | null }

function Title({ id, board, canEdit }: HeadProps & { readonly canEdit: boolean }) {
  const { dashboards, takeTitle } = useServices().workspace
  const listed = dashboards.value?.find((entry) => entry.id === id)?.title
  const title = board?.dashboard.document.value.title ?? listed
  usePageTitle(title ?? 'Dashboard')
  if (title === undefined)
    return (
      <div class="title">
        <Skeleton width={280} height={28} />
      </div>
    )
  const rename = (text: string): boolean => {
    const renamed = board?.dashboard.edit({ type: 'rename-dashboard', payload: { title: text } })
    if (renamed?.ok) takeTitle(id, text)
    return renamed?.ok ?? false
  }
  return <EditableTitle text={title} what="dashboard" onRename={canEdit ? rename : null} />
}

function Head({ id, board }: HeadProps) {
  const services = useServices()
  const { workspace } = services
  const { dashboards, datasetOf } = workspace
  const { route } = useLocation()
  const entry = dashboards.value?.find((each) => each.id === id)
  const dataset = entry?.dataset ? datasetOf(entry.dataset) : null
  const canEdit = useMay()({ may: 'edit', object: 'dashboard' }, dataset)
  const onAsk = (question: string): void => {
    if (!dataset) return
    route(addressOfAsked(dataset.id, { question: question.trim(), link: null }))
  }
  return (
    <>
      <header class="page-head">
        <div class="page-head-line">
          <Title id={id} board={board} canEdit={canEdit} />
          {entry && canEdit && (
            <Button
              kind="quiet"
              icon={Trash2}
              label="Delete this dashboard"
              onClick={() => {
                removeDashboard(workspace, entry)
                route('/')
              }}
            />
          )}
        </div>
        <p class="page-facts">
          {dataset && (
            <>
              From <a href={`/data/${dataset.id}`}>{dataset.name}</a>
              <FreshnessNote dataset={dataset} now={Date.now()} />
            </>
          )}
        </p>
      </header>
      <div class="page-ask">
        <AskBox
          about={dataset?.name ?? 'this data'}
          suggestions={[]}
          completing={dataset ? completingOf(services, dataset.id) : undefined}
          onAsk={onAsk}
        />
      </div>
    </>
  )
}

/** A version that differs from the first one seen; empty until then. */
function useChange(version: number | null): string {
  const first = useRef<number | null>(null)
  first.current ??= version
  return version === null || version === first.current ? '' : String(version)
}

/** The page of one dashboard. */
export function DashboardPage() {
  const id = useRoute().params['dashboard'] ?? ''
  const { dashboards, datasetOf } = useServices().workspace
  const of = dashboards.value?.find((entry) => entry.id === id)?.dataset
  useDeviceCopy(of ?? '')
  const change = useChange((of && datasetOf(of)?.version.number) || null)
  return (
    <div class="page" data-wide="">
      <DashboardPanel key={`${id} ${change}`} id={id} header={(board) => <Head id={id} board={board} />} />
    </div>
  )
}
