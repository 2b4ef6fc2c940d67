import { calendarOf } from '../../query/calendar/calendar.ts'
import { nameOfDimension, type Dimension } from '../../query/dimension.ts'
import type { Query } from '../../query/query.ts'
import { isMoment } from '../../query/type-rules.ts'
import { weekDays } from '../../semantic/vocabulary.ts'
import { type Column, findColumn, type Table } from '../../table/table.ts'
import type { Order } from './sorted-rows.ts'

const named = (table: Table, name: string): readonly Column[] => {
  const column = findColumn(table, name)
  return column ? [column] : []
}

/** A dimension's values in chronological order: weekdays start at the Query's first weekday. */
export function running(column: Column, { part }: Dimension, asked: Pick<Query, 'weekStart'>): Column {
  if (part !== 'dayOfWeek' || column.type === 'text') return column
  const first = weekDays.indexOf(calendarOf(asked).weekStart) + 1
  return { ...column, values: column.values.map((day) => (day - first + 7) % 7) }
}

const runs = ({ grain, part, bins, binWidth }: Dimension, type: Column['type']): boolean =>
  grain !== undefined || part !== undefined || bins !== undefined || binWidth !== undefined || isMoment(type)

function defaultOrders(table: Table, query: Query): Order[] {
  const inOrder = query.dimensions.flatMap((dimension) =>
    named(table, nameOfDimension(dimension))
      .filter(({ type }) => runs(dimension, type))
      .map((column) => ({ column: running(column, dimension, query), descending: false })),
  )
  if (inOrder.length > 0) return inOrder
  const measure = query.measures.length > 0 ? table.columns[query.dimensions.length] : undefined
  return measure ? [{ column: measure, descending: true }] : []
}

/** The Query's sort order, or the default order of groups; ties are sorted by dimension values, ascending. */
export function ordersOfGroups(table: Table, query: Query): Order[] {
  const asked =
    query.sort.length > 0
      ? query.sort.flatMap(({ by, direction }) =>
          named(table, by).map((column) => ({ column, descending: direction === 'descending' })),
        )
      : defaultOrders(table, query)
  const ties = query.dimensions.flatMap((dimension) =>
    named(table, nameOfDimension(dimension)).map((column) => ({ column, descending: false })),
  )
  return [...asked, ...ties]
}
