import { nameOfDimension } from './dimension.ts'
import type { Measure } from './measure.ts'
import type { Query } from './query.ts'

/** A total of a result: the Query that computes it, and the result names of the dimensions it keeps. */
export type Total = { readonly dimensions: readonly string[]; readonly query: Query }

/**
 * The totals of a Query that groups: row and column totals of a pivot, otherwise subtotals by fewer dimensions, and
 * last the grand total. Each is computed from the rows, never summed from groups, over all rows that pass the
 * filters, including groups that are not shown. Measures that run along groups have no total and are omitted.
 */
export function totalsOf(query: Query): readonly Total[] {
  if (query.dimensions.length === 0 || query.measures.every(({ over }) => over !== undefined)) return []
  return keptBy(query).map((dimensions) => ({ dimensions, query: totalBy(query, dimensions) }))
}

function keptBy({ dimensions, pivot }: Query): readonly (readonly string[])[] {
  const names = dimensions.map(nameOfDimension)
  if (pivot === undefined) return names.map((_, at) => names.slice(0, names.length - 1 - at))
  const down = names.filter((name) => name !== pivot)
  return down.length === 0 ? [[]] : [down, [pivot], []]
}

/** The same Query grouped by the kept dimensions only. */
export function totalBy(query: Query, kept: readonly string[]): Query {
  const dimensions = query.dimensions.filter((dimension) => kept.includes(nameOfDimension(dimension)))
  const measures = query.measures.filter(({ over }) => over === undefined).map((measure) => within(measure, kept))
  // A comparison along time uses the previous period of a grain; a total over periods would compare different times.
  const loses = query.dimensions.some((one) => one.grain !== undefined && !dimensions.includes(one))
  const { pivot: _, compare, ...rest } = query
  return {
    ...rest,
    dimensions,
    measures,
    having: [],
    sort: [],
    offset: 0,
    limit: 100_000,
    ...(compare && !loses ? { compare } : {}),
  }
}

const within = (measure: Measure, kept: readonly string[]): Measure =>
  typeof measure.share === 'object'
    ? { ...measure, share: { within: measure.share.within.filter((name) => kept.includes(name)) } }
    : measure
