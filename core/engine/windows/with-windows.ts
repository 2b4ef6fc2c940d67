import type { Measure } from '../../query/measure.ts'
import type { Query } from '../../query/query.ts'
import type { NumberColumn, Table } from '../../table/table.ts'
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
    return over && column.type !== 'text' ? windowed(column, over, courses) : column
  })
  return { ...table, columns }
}

function windowed(column: NumberColumn, over: Over, courses: readonly Course[]): NumberColumn {
  if (over.window === 'rank') return { ...column, type: 'integer', values: rank(column.values, over.direction) }
  const along = over.window === 'runningTotal' ? runningTotal : movingAverage(over.groups)
  const values = new Float64Array(column.values.length)
  for (const course of courses) along(column.values, course, values)
  const isMean = over.window === 'movingAverage' && column.type === 'integer'
  return { ...column, type: isMean ? 'decimal' : column.type, values }
}
