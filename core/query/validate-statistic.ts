import { fail } from '../errors.ts'
import { rowStatisticOf } from '../stats/rows/registry.ts'
import type { RowStatistic, Taken } from '../stats/rows/row-statistic.ts'
import type { ColumnType, Field } from '../table/table.ts'
import type { Problem } from './problem.ts'
import type { Query } from './query.ts'

const numbers: ReadonlySet<ColumnType> = new Set(['integer', 'decimal', 'boolean'])

/** What a column at that place is taken as; null where the statistic takes no more columns. */
const takenAt = ({ takes, takesMore }: RowStatistic, at: number): Taken | null =>
  takes[at] ?? (takesMore ? (takes.at(-1) ?? null) : null)

/** A statistic takes its own number of columns, numbers where it computes with them, and orders or pages nothing. */
export function problemOfStatistic(asked: Query, find: (name: string) => Field): Problem {
  if (asked.statistic === undefined) return null
  const statistic = rowStatisticOf(asked.statistic)
  const { columns, sort, offset, pivot } = asked
  const isTaken = columns.every((_, at) => takenAt(statistic, at) !== null)
  if (columns.length < statistic.takes.length || !isTaken)
    return fail('query/invalid', {
      reason: `${statistic.title} takes ${statistic.takes.length} ${statistic.takes.length === 1 ? 'column' : 'columns'}.`,
    })
  if (new Set(columns).size < columns.length)
    return fail('query/invalid', { reason: `${statistic.title} takes each column once.` })
  if (sort.length > 0 || offset > 0 || pivot !== undefined)
    return fail('query/invalid', { reason: 'A statistic is one table: it is neither sorted nor paged.' })
  const text = columns.find((name, at) => takenAt(statistic, at) === 'number' && !numbers.has(find(name).type))
  return text === undefined
    ? null
    : fail('query/invalid', { reason: `${statistic.title} computes with numbers, and “${text}” holds none.` })
}
