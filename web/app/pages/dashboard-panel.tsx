import { TriangleAlert } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import type { Tile } from '#core/dashboard/dashboard.ts'
import { queryOfTile } from '#core/dashboard/query-of-tile.ts'
import type { Query } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { dashboards as dashboardCalls, type DashboardRecord, type ShareRule } from '../../api.ts'
import { type Board, createBoard } from '../../features/dashboard/board.ts'
import { ReceiptDialog } from '../../features/ask/receipt-dialog.tsx'
import type { SharePorts } from '../../features/dashboard/share-dialog.tsx'
import { DashboardSkeleton, DashboardView } from '../../features/dashboard/view.tsx'
import { mayPass, type Outcome, type Problem } from '../../transport.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { localDatasetOfDashboard } from '../../local/local-datasets.ts'
import { AbsentPage } from '../absent-page.tsx'
import { addressOfQuestion } from '../explore-address.ts'
import { useMay } from '../may.ts'
import { pinsSettled } from '../pin.ts'
import { modelOf, queryDataset } from '../questions.ts'
import { receiptPortsOf } from '../receipts.ts'
import { dashboardClient } from '../clients.ts'
import { type Services, useServices } from '../services.ts'
import { AddTileDialog } from './add-tile-dialog.tsx'

/** The models of every dataset that tiles query. */
async function modelsFor(
  services: Services,
  { document, dataset }: DashboardRecord,
): Promise<Outcome<ReadonlyMap<string, SemanticModel>>> {
  const ids = new Set(document.tiles.map(({ query }) => query.dataset))
  if (dataset) ids.add(dataset)
  const found = await Promise.all([...ids].map(modelOf(services)))
  const failed = found.find((each) => !each.ok)
  if (failed && !failed.ok) return failed
  return {
    ok: true,
    value: new Map(found.flatMap((each) => (each.ok ? [[each.value.dataset, each.value] as const] : []))),
  }
}

async function openBoard(services: Services, id: string): Promise<Outcome<Board>> {
  await pinsSettled(services)
  const source = dashboardClient(services, id)
  const record = await source.get()
  if (!record.ok) return record
  const models = await modelsFor(services, record.value)
  if (!models.ok) return models
  return {
    ok: true,
    value: createBoard(record.value.document, models.value, {
      run: queryDataset(services),
      save: source.edit,
      missed: source.missed,
      driftOf: (dataset) => services.workspace.datasetOf(dataset)?.drift ?? [],
      reload: async () => {
        const fresh = await source.get()
        return fresh.ok ? { ok: true, value: fresh.value.document } : fresh
      },
      wait: (ms) => new Promise((done) => setTimeout(done, ms)),
      newId: () => crypto.randomUUID(),
    }),
  }
}

/** A problem while the server lacks local changes, because links show the server's state; null afterwards. */
function notSharedYet(id: string): { readonly ok: false; readonly error: Problem } | null {
  const local = localDatasetOfDashboard(id)
  if (!local || local.isServed.value) return null
  const error = {
    code: 'share/not-yet',
    status: 409,
    message: 'This dashboard can be shared once its file is uploaded.',
    hint: 'The line under the title tells how far that is.',
  }
  return { ok: false, error }
}

/** Explains why a dashboard cannot be shown, with a way on. */
export function DashboardProblem({ problem }: { readonly problem: Problem }) {
  return (
    <EmptyState icon={TriangleAlert} title={problem.message} text={problem.hint}>
      {mayPass(problem) ? (
        <Button kind="primary" onClick={() => location.reload()}>
          Try again
        </Button>
      ) : (
        <a class="button" data-kind="primary" href="/">
          Go to the start
        </a>
      )}
    </EmptyState>
  )
}

/** The Query of a tile under the dashboard's filters. */
function queryOf(board: Board, tile: Tile): Query {
  const model = board.models.get(tile.query.dataset)
  return model ? queryOfTile(tile, board.dashboard.document.peek(), model) : tile.query
}

/** The receipt of a tile under the dashboard's filters. */
function TileReceipt({ board, tile, onClose }: { board: Board; tile: Tile; onClose: () => void }) {
  const ports = receiptPortsOf(useServices())
  const shown = board.results.of(tile.id).value.shown?.table ?? null
  return <ReceiptDialog query={queryOf(board, tile)} shown={shown} ports={ports} onClose={onClose} />
}

/** What one may do with a dashboard. */
function useRights(id: string): { readonly canEdit: boolean; readonly canShare: boolean } {
  const { dashboards, datasetOf } = useServices().workspace
  const may = useMay()
  const of = datasetOf(dashboards.value?.find((entry) => entry.id === id)?.dataset ?? '')
  return {
    canEdit: may({ may: 'edit', object: 'dashboard' }, of),
    canShare: may({ may: 'share', object: 'dashboard' }, of),
  }
}

/** Makes and changes the links of a dashboard. */
const sharingOf = (id: string): SharePorts => ({
  list: async () => notSharedYet(id) ?? dashboardCalls.shares(id),
  sharing: async () => notSharedYet(id) ?? dashboardCalls.sharing(id),
  create: async (rule: ShareRule) => notSharedYet(id) ?? dashboardCalls.share(id, rule),
  change: dashboardCalls.changeShare,
  revoke: dashboardCalls.revoke,
})

type Props = {
  readonly id: string
  /** Content above the dashboard; `board` is null while it loads. */
  readonly header?: (board: Board | null) => ComponentChildren
}

/** Loads a dashboard by id and makes it editable. */
export function DashboardPanel({ id, header }: Props) {
  const services = useServices()
  const { dashboardNews } = services.workspace
  const rights = useRights(id)
  const [board, setBoard] = useState<Board | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [adding, setAdding] = useState(false)
  const [receipt, setReceipt] = useState<Tile | null>(null)
  const { route } = useLocation()
  useEffect(() => {
    let current = true
    let opened: Board | null = null
    let unfollow = (): void => {}
    setBoard(null)
    setProblem(null)
    void openBoard(services, id).then((outcome) => {
      if (!current) return outcome.ok && outcome.value.dispose()
      if (!outcome.ok) return setProblem(outcome.error)
      opened = outcome.value
      unfollow = dashboardNews.follow(id, opened.dashboard.hear)
      setBoard(opened)
    })
    return () => {
      current = false
      unfollow()
      opened?.dispose()
    }
  }, [id])
  if (problem && header && !mayPass(problem))
    return <AbsentPage icon={TriangleAlert} title={problem.message} text={problem.hint} />
  if (problem) return <DashboardProblem problem={problem} />
  if (!board)
    return (
      <>
        {header?.(null)}
        <DashboardSkeleton />
      </>
    )
  return (
    <>
      {header?.(board)}
      <DashboardView
        board={board}
        {...rights}
        sharing={sharingOf(id)}
        onAdd={() => setAdding(true)}
        onExplore={(tile) => route(addressOfQuestion(queryOf(board, tile), tile.chart))}
        onReceipt={setReceipt}
      />
      {receipt && <TileReceipt board={board} tile={receipt} onClose={() => setReceipt(null)} />}
      {adding && <AddTileDialog board={board} onClose={() => setAdding(false)} />}
    </>
  )
}
