import { nameOfDimension } from './dimension.ts'
import type { Measure } from './measure.ts'
import type { Query } from './query.ts'

/** A total of a result: the Query that computes it, and the dimensions, by their result names, that it keeps. */
export type Total = { readonly dimensions: readonly string[]; readonly query: Query }

/**
 * The totals of a Query that groups, each computed of the rows themselves and never added up from groups: of a pivot
 * those of its rows and its columns, else subtotals by fewer dimensions; at the end that of all rows. They are of all
 * rows that pass the filters, whichever groups are shown. What runs along groups has no total and is left out.
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

/** The same question of fewer groups: those of the dimensions kept, by their result names. */
export function totalBy(query: Query, kept: readonly string[]): Query {
  const dimensions = query.dimensions.filter((dimension) => kept.includes(nameOfDimension(dimension)))
  const measures = query.measures.filter(({ over }) => over === undefined).map((measure) => within(measure, kept))
  // Groups along time are compared with those a grain before; a total over them is of another time.
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
