import type { Drift } from '../catalog/drift/drift.ts'
import { columnsOfQuery } from '../query/columns-of-query.ts'
import { validateQuery } from '../query/validate-query.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { Tile } from './dashboard.ts'

/** Why a tile no longer asks what it was made to ask, by the column. */
export type TileWarning = {
  readonly column: string
  /** Another column that holds what it held; null where none is known. */
  readonly instead: string | null
  readonly text: string
}

function ofGone(column: string, drift: readonly Drift[]): TileWarning {
  const renamed = drift.find((each) => each.kind === 'renamed' && each.column === column)
  const instead = renamed?.to ?? null
  const text = instead === null ? `“${column}” is gone.` : `“${column}” is gone; “${instead}” looks like it.`
  return { column, instead, text }
}

/** A column of another kind matters to a tile only when it can no longer be asked, or drift calls it a break. */
function ofRetyped(
  tile: Pick<Tile, 'query'>,
  model: Pick<SemanticModel, 'columns'>,
  drift: readonly Drift[],
): readonly TileWarning[] {
  const used = new Set(columnsOfQuery(tile.query))
  const changed = drift.filter(
    ({ kind, severity, column }) => kind === 'retyped' && severity === 'break' && column !== null && used.has(column),
  )
  const warnings = changed.map(({ column, text }) => ({ column: column ?? '', instead: null, text }))
  if (warnings.length > 0) return warnings
  const checked = validateQuery(tile.query, model.columns)
  const [column = ''] = used
  return checked.ok ? [] : [{ column, instead: null, text: checked.error.message }]
}

/** What a new version of its dataset broke in a tile; nothing where it asks what it always asked. */
export function warningsOfTile(
  tile: Pick<Tile, 'query'>,
  model: Pick<SemanticModel, 'columns'>,
  drift: readonly Drift[],
): readonly TileWarning[] {
  const known = new Set(model.columns.map(({ name }) => name))
  const gone = columnsOfQuery(tile.query).filter((column) => !known.has(column))
  return gone.length > 0 ? gone.map((column) => ofGone(column, drift)) : ofRetyped(tile, model, drift)
}
