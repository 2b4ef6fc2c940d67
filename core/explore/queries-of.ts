import { type Dimension, nameOfDimension } from '../query/dimension.ts'
import { nameOfMeasure } from '../query/measure.ts'
import type { Query } from '../query/query.ts'
import { totalBy } from '../query/totals.ts'
import type { Exploration } from './exploration.ts'
import { queryOf } from './query-of.ts'

/** The Queries behind what is on show. Totals are Queries of their own: computed, never added. */
export type ExplorationQueries = {
  /** One row for each group. */
  readonly main: Query
  /** One row for each row of a pivot, in their order; null where rows are groups already. */
  readonly rows: Query | null
  /** One row for each column of a pivot. */
  readonly columns: Query | null
  /** One row: everything. */
  readonly all: Query | null
}

/** As many groups as a Query gives. */
const mostGroups = 100_000

/** The total over fewer dimensions, in the order that was asked where it has the columns; null where nothing has one. */
function totalsBy(query: Query, kept: readonly Dimension[]): Query | null {
  if (query.measures.every(({ over }) => over !== undefined)) return null
  const total = totalBy(query, kept.map(nameOfDimension))
  const known = new Set([...total.dimensions.map(nameOfDimension), ...total.measures.map(nameOfMeasure)])
  return { ...total, sort: query.sort.filter(({ by }) => known.has(by)) }
}

/** Is it looked at with values across? */
export const isPivot = ({ show, columns }: Exploration): boolean => show === 'pivot' && columns.length > 0

/** What to ask so that an exploration can be shown; null where it asks nothing. */
export function queriesOf(asked: Exploration): ExplorationQueries | null {
  const main = queryOf(asked)
  if (!main) return null
  const hasTotals = asked.totals && main.measures.length > 0 && main.dimensions.length > 0
  const all = hasTotals ? totalsBy(main, []) : null
  if (!isPivot(asked)) return { main, rows: null, columns: null, all }
  const byRow = asked.rows.length > 0 ? totalsBy(main, asked.rows) : null
  return {
    main: { ...main, limit: mostGroups },
    rows: byRow && { ...byRow, limit: main.limit },
    columns: hasTotals ? totalsBy(main, asked.columns) : null,
    all,
  }
}
