import { type Dimension, nameOfDimension } from '../query/dimension.ts'
import { type Measure, nameOfMeasure } from '../query/measure.ts'
import type { Query } from '../query/query.ts'
import type { Exploration } from './exploration.ts'
import { queryOf } from './query-of.ts'

/** The Queries behind what is on show. Totals are Queries of their own: computed, never added. */
export type Plan = {
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

/** What a measure is of fewer dimensions; null where it means nothing there: a running total has no total. */
function measureWithin(measure: Measure, dimensions: readonly string[]): Measure | null {
  if (measure.over) return null
  const isWhole = typeof measure.share !== 'object' || measure.share.within.every((name) => dimensions.includes(name))
  return isWhole ? measure : null
}

/** Without its dimension of time, the period before is another one. */
function comparesAlike({ dimensions, compare }: Query, kept: readonly Dimension[]): boolean {
  const along = dimensions.find(({ grain }) => grain !== undefined)
  return compare?.to === 'previousYear' || along === undefined || kept.includes(along)
}

/** The same measures over fewer dimensions; null where none of them means anything there. */
function totalsBy(query: Query, kept: readonly Dimension[]): Query | null {
  const names = kept.map(nameOfDimension)
  const measures = query.measures.flatMap((measure) => measureWithin(measure, names) ?? [])
  if (measures.length === 0) return null
  const { compare, ...rest } = query
  const known = new Set([...names, ...measures.map(nameOfMeasure)])
  return {
    ...rest,
    dimensions: [...kept],
    measures,
    having: [],
    sort: query.sort.filter(({ by }) => known.has(by)),
    limit: mostGroups,
    ...(compare && comparesAlike(query, kept) ? { compare } : {}),
  }
}

/** Is it looked at with values across? */
export const isPivot = ({ show, columns }: Exploration): boolean => show === 'pivot' && columns.length > 0

/** What to ask so that an exploration can be shown; null where it asks nothing. */
export function planOf(asked: Exploration): Plan | null {
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
