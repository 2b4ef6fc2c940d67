import type { Measure } from '../../query/measure.ts'
import type { Query } from '../../query/query.ts'
import type { NumberColumn, Table } from '../../table/table.ts'
import { groupKeys } from '../groups/group-keys.ts'
import { coursesOf } from './courses.ts'
import { movingAverage } from './moving-average.ts'
import { rank } from './rank.ts'
import { runningTotal } from './running-total.ts'
import type { Course } from './course.ts'

type Over = NonNullable<Measure['over']>

/** Computes measures over other groups: running totals, moving averages, ranks. */
export function withWindows(table: Table, query: Query): Table {
  if (query.measures.every(({ over }) => over === undefined)) return table
  const courses = coursesOf(table, query)
  const columns = table.columns.map((column, at) => {
    const over = query.measures[at - query.dimensions.length]?.over
    return over && column.type !== 'text' ? windowed(column, over, { table, courses }) : column
  })
  return { ...table, columns }
}

/** The rows of a table that are ranked with one another. */
function ranked(table: Table, within: readonly string[] = []): readonly Iterable<number>[] {
  const columns = table.columns.filter(({ name }) => within.includes(name))
  if (columns.length === 0) return [Array.from({ length: table.rows }, (_, row) => row)]
  const rows = new Map<string, number[]>()
  for (const [row, key] of groupKeys(columns, table.rows).entries()) {
    const known = rows.get(key)
    if (known) known.push(row)
    else rows.set(key, [row])
  }
  return [...rows.values()]
}

type Along = { readonly table: Table; readonly courses: readonly Course[] }

function windowed(column: NumberColumn, over: Over, { table, courses }: Along): NumberColumn {
  if (over.window === 'rank')
    return { ...column, type: 'integer', values: rank(column.values, over.direction, ranked(table, over.within)) }
  const along = over.window === 'runningTotal' ? runningTotal : movingAverage(over.groups)
  const values = new Float64Array(column.values.length)
  for (const course of courses) along(column.values, course, values)
  const isMean = over.window === 'movingAverage' && column.type === 'integer'
  return { ...column, type: isMean ? 'decimal' : column.type, values }
}
