import { effect, signal } from '@preact/signals'
import type { Drift } from '#core/catalog/drift/drift.ts'
import type { Dashboard, Tile } from '#core/dashboard/dashboard.ts'
import { firstFreePlace } from '#core/dashboard/layout.ts'
import { queryOfTile } from '#core/dashboard/query-of-tile.ts'
import { warningsOfTile, type TileWarning } from '#core/dashboard/tile-warnings.ts'
import { sizeFor } from '#core/dashboard/design-dashboard.ts'
import type { ChartSpec } from '#core/charts/chart.ts'
import { renameColumn } from '#core/query/rename-column.ts'
import type { Query } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Table } from '#core/table/table.ts'
import type { Outcome } from '../../transport.ts'
import { showToast } from '../../ui/toast-model.ts'
import { createArranging, createKeyMoves } from './arranging.ts'
import { createDashboard } from './model.ts'
import { createResults } from './results.ts'
import type { SavingPorts } from './saving.ts'

type Ports = SavingPorts & {
  /** Differences of a dataset's current version from the previous one. */
  readonly driftOf: (dataset: string) => readonly Drift[]
  readonly run: (query: Query) => Promise<Outcome<Table>>
  readonly newId: () => string
}

/** A Query to show as a tile. */
export type NewTile = { readonly title: string; readonly query: Query; readonly chart: ChartSpec | null }

/** State of a displayed dashboard: document, results and tile moves. */
export function createBoard(initial: Dashboard, models: ReadonlyMap<string, SemanticModel>, ports: Ports) {
  const dashboard = createDashboard(initial, ports)
  const results = createResults(({ query }) => ports.run(query))
  const arranging = createArranging(dashboard)
  /** Announcement for screen readers. */
  const said = signal('')
  const warningsOf = (tile: Tile): readonly TileWarning[] => {
    const model = models.get(tile.query.dataset)
    return model ? warningsOfTile(tile, model, ports.driftOf(tile.query.dataset)) : []
  }
  const dispose = effect(() => {
    const document = dashboard.document.value
    for (const tile of document.tiles) {
      const model = models.get(tile.query.dataset)
      if (model && warningsOf(tile).length === 0) void results.ask(tile.id, queryOfTile(tile, document, model))
    }
  })
  return {
    dashboard,
    results,
    arranging,
    said,
    moveByKey: createKeyMoves(arranging, said),
    models,
    dispose,
    /** Columns of a tile that a new version removed or changed. */
    warningsOf,
    /** Replaces removed columns in the tile's Query by their successors. */
    mendTile(tile: Tile): void {
      const query = warningsOf(tile).reduce(
        (asked, { column, instead }) => (instead === null ? asked : renameColumn(asked, { from: column, to: instead })),
        tile.query,
      )
      dashboard.edit({ type: 'change-tile', payload: { tile: tile.id, query } })
    },
    addTile({ title, query, chart }: NewTile): Outcome<string> {
      const id = ports.newId()
      const place = firstFreePlace(dashboard.document.value.tiles, sizeFor(chart?.type ?? null))
      const added = dashboard.edit({ type: 'add-tile', payload: { tile: { id, title, place, query, chart } } })
      return added.ok ? { ok: true, value: id } : added
    },
    removeTile(tile: Tile): void {
      const removed = dashboard.edit({ type: 'remove-tile', payload: { tile: tile.id } })
      if (removed.ok) showToast(`“${tile.title}” was deleted.`, { text: 'Undo', run: dashboard.undo })
    },
  }
}
export type Board = ReturnType<typeof createBoard>
