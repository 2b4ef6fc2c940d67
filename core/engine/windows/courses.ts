import { type Dimension, nameOfDimension } from '../../query/dimension.ts'
import type { Query } from '../../query/query.ts'
import { findColumn, type Table } from '../../table/table.ts'
import { groupKeys } from '../groups/group-keys.ts'
import { running } from '../order/order-groups.ts'
import { orderedRows } from '../order/order-rows.ts'
import type { Course } from './course.ts'

/** The dimension along which windows run: the first with a time grain or bins, else the first. */
export const courseDimension = ({ dimensions }: Pick<Query, 'dimensions'>): Dimension | undefined =>
  dimensions.find(({ grain, part, bins, binWidth }) => (grain ?? part ?? bins ?? binWidth) !== undefined) ??
  dimensions[0]

/** For each combination of the other dimensions, the groups along the window dimension, ascending. */
export function coursesOf(table: Table, query: Query): readonly Course[] {
  const along = courseDimension(query)
  const column = along && findColumn(table, nameOfDimension(along))
  if (!along || !column) return [Int32Array.from({ length: table.rows }, (_, row) => row)]
  const order = orderedRows(
    table.rows,
    [{ column: running(column, along, query), descending: false }],
    Number.POSITIVE_INFINITY,
  )
  const others = table.columns.slice(0, query.dimensions.length).filter((other) => other !== column)
  if (others.length === 0) return [order]
  const keys = groupKeys(others, table.rows)
  const courses = new Map<string, number[]>()
  for (const row of order) {
    const key = keys[row] ?? ''
    const course = courses.get(key)
    if (course) course.push(row)
    else courses.set(key, [row])
  }
  return [...courses.values()].map((course) => Int32Array.from(course))
}
