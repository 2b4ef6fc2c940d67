import { columnsOfFilter } from '../../query/columns-of-query.ts'
import type { Measure } from '../../query/measure.ts'
import { type Aggregation, over, type Places } from '../aggregates/aggregation.ts'
import { aggregates } from '../aggregates/registry.ts'
import { condition } from '../conditions/condition.ts'
import type { Namer } from '../namer.ts'
import type { Output } from '../select.ts'
import { name, type Sql, sql } from '../sql.ts'
import type { Scope, Writing } from '../term.ts'

/** Group keys by result name, and the columns of the rows. */
export type Grouping = {
  readonly keys: readonly Sql[]
  readonly keyOf: (resultName: string) => Sql
  readonly scope: Scope
  readonly places: Places
  readonly namer: Namer
  readonly writing: Writing
}

/** The columns a measure reads. */
export const columnsOfMeasure = ({ column, by, filter }: Measure): readonly string[] => [
  ...(column === undefined ? [] : [column]),
  ...(by === undefined ? [] : [by]),
  ...(filter ? columnsOfFilter(filter) : []),
]

/** A measure of a GROUP BY, and the expression applied after grouping; null if there is none. */
export type WrittenMeasure = { readonly grouped: readonly Output[]; readonly share: Sql | null }

export function writeMeasure(measure: Measure, as: string, grouping: Grouping): WrittenMeasure {
  const { share = false } = measure
  const part = aggregateOf(measure, grouping)
  if (share === false) return { grouped: [{ sql: part, as }], share: null }
  const [partName, wholeName] = [grouping.namer.name(`${as} part`), grouping.namer.name(`${as} whole`)]
  const { real } = grouping.writing.dialect.numbers
  const within = share === true ? [] : share === 'group' ? null : share.within.map(grouping.keyOf)
  const whole = within === null ? name(wholeName) : sql`SUM(${name(wholeName)}) ${over(within)}`
  return {
    grouped: [
      { sql: part, as: partName },
      { sql: wholeOf(measure, within, grouping), as: wholeName },
    ],
    share: sql`${real(name(partName))} / NULLIF(${whole}, 0)`,
  }
}

function aggregateOf(measure: Measure, { scope, keys, places, writing }: Grouping): Sql {
  if (measure.aggregate === 'formula') throw new Error('No SQL of a formula yet')
  const aggregation: Aggregation = {
    term: measure.column === undefined ? null : scope(measure.column),
    by: measure.by === undefined ? null : scope(measure.by),
    passes: measure.filter ? condition(measure.filter, scope, writing) : null,
    quantile: measure.quantile ?? 0.5,
    keys,
    places,
    writing,
  }
  return aggregates[measure.aggregate](aggregation)
}

/**
 * The denominator of a share as a sum over groups. For distinct counts, it counts values at their first occurrence
 * within the denominator.
 */
function wholeOf(measure: Measure, within: readonly Sql[] | null, grouping: Grouping): Sql {
  const { filter: _, ...unfiltered } = measure
  if (measure.aggregate !== 'distinct' || within === null || measure.column === undefined)
    return aggregateOf(unfiltered, grouping)
  const { sql: value } = grouping.scope(measure.column)
  const place = grouping.places.add(1, sql`ROW_NUMBER() ${over([...within, value], value)}`, 'place')
  return sql`SUM(CASE WHEN ${place} = 1 AND ${value} IS NOT NULL THEN 1 ELSE 0 END)`
}
