import { columnsOfFilter } from '../query/columns-of-query.ts'
import { nameOfDimension } from '../query/dimension.ts'
import { namesBeside } from '../query/comparison.ts'
import { type Measure, nameOfMeasure } from '../query/measure.ts'
import { renameInFilter } from '../query/rename-column.ts'
import type { Exploration, Value } from './exploration.ts'

/** The result columns of an exploration, in order: rows, columns, values. */
export const namesOf = ({ rows, columns, values }: Pick<Exploration, 'rows' | 'columns' | 'values'>): string[] => [
  ...[...rows, ...columns].map(nameOfDimension),
  ...values.map(nameOfMeasure),
]

export type Renaming = { readonly from: string; readonly to: string }

function rankedWithinKnown(value: Value, dimensions: readonly string[], renamed: (name: string) => string): Value {
  if (value.over?.window !== 'rank' || value.over.within === undefined) return value
  const within = value.over.within.map(renamed).filter((name) => dimensions.includes(name))
  const { direction } = value.over
  return { ...value, over: { window: 'rank', direction, ...(within.length > 0 ? { within } : {}) } }
}

function withinKnown(value: Value, dimensions: readonly string[], renamed: (name: string) => string): Value {
  if (typeof value.share !== 'object') return value
  const within = value.share.within.map(renamed).filter((name) => dimensions.includes(name))
  return { ...value, share: within.length > 0 ? { within } : true }
}

/**
 * Whatever names a result column follows it to its new name, and goes where the column went: sorts, filters on groups,
 * wholes of shares.
 */
export function settle(next: Exploration, renaming: Renaming | null = null): Exploration {
  const renamed = (name: string): string => (name === renaming?.from ? renaming.to : name)
  const dimensions = [...next.rows, ...next.columns].map(nameOfDimension)
  const values = next.values.map((value) =>
    rankedWithinKnown(withinKnown(value, dimensions, renamed), dimensions, renamed),
  )
  const measured = values.map((value: Measure) => nameOfMeasure(value))
  const compared = next.compare ? measured.flatMap((name) => Object.values(namesBeside(name))) : []
  const known = new Set([...dimensions, ...measured, ...compared, ...next.listed])
  return {
    ...next,
    values,
    sort: next.sort.map((sort) => ({ ...sort, by: renamed(sort.by) })).filter(({ by }) => known.has(by)),
    having: next.having
      .map((filter) => (renaming ? renameInFilter(filter, renaming) : filter))
      .filter((filter) => columnsOfFilter(filter).every((name) => known.has(name))),
  }
}
