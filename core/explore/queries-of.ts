import { type Dimension, nameOfDimension } from '../query/dimension.ts'
import { nameOfMeasure } from '../query/measure.ts'
import type { Query } from '../query/query.ts'
import { totalBy } from '../query/totals.ts'
import type { Exploration } from './exploration.ts'
import { queryOf } from './query-of.ts'

/** The Queries behind an exploration. Totals are separate Queries, never sums. */
export type ExplorationQueries = {
  /** One row per group. */
  readonly main: Query
  /** One row per pivot row, in order; null if `main` has it. */
  readonly rows: Query | null
  /** One row per pivot column. */
  readonly columns: Query | null
  /** One row: the grand total. */
  readonly all: Query | null
}

/** Maximum groups of a Query. */
const maxGroups = 100_000

/** A total over fewer dimensions, in the requested order where possible; null if no measure has a total. */
function totalsBy(query: Query, kept: readonly Dimension[]): Query | null {
  if (query.measures.every(({ over }) => over !== undefined)) return null
  const total = totalBy(query, kept.map(nameOfDimension))
  const known = new Set([...total.dimensions.map(nameOfDimension), ...total.measures.map(nameOfMeasure)])
  return { ...total, sort: query.sort.filter(({ by }) => known.has(by)) }
}

/** True if it is displayed as a pivot. */
export const isPivot = ({ show, columns }: Exploration): boolean => show === 'pivot' && columns.length > 0

/** The Queries that an exploration needs; null if it is empty. */
export function queriesOf(asked: Exploration): ExplorationQueries | null {
  const main = queryOf(asked)
  if (!main) return null
  const hasTotals = asked.totals && main.measures.length > 0 && main.dimensions.length > 0
  const all = hasTotals ? totalsBy(main, []) : null
  if (!isPivot(asked)) return { main, rows: null, columns: null, all }
  const byRow = asked.rows.length > 0 ? totalsBy(main, asked.rows) : null
  return {
    main: { ...main, limit: maxGroups },
    rows: byRow && { ...byRow, limit: main.limit },
    columns: hasTotals ? totalsBy(main, asked.columns) : null,
    all,
  }
}
