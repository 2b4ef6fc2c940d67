import type { Selected, Span } from '../charts/drawing/view-window.ts'
import { nameIn, type ChartSpec } from '../charts/chart-spec.ts'
import { type Dimension, nameOfDimension } from '../query/dimension.ts'
import { filterOfKey } from '../query/filter-of-key.ts'
import type { Filter, Scalar } from '../query/filter.ts'
import { dimensionOfRows } from '../query/query-of-groups.ts'
import { isMoment, isQuantity } from '../query/type-rules.ts'
import { type Cell, findColumn, type Table } from '../table/table.ts'
import type { Exploration } from './exploration.ts'

/** A list of more values than this is no filter that anybody reads. */
const mostValues = 200

const between = (column: string, from: Scalar, to: Scalar): Filter => ({ op: 'between', column, from, to })

const isCut = ({ grain, bins, binWidth }: Dimension): boolean =>
  grain !== undefined || bins !== undefined || binWidth !== undefined

/** From the start of one group to the end of another. */
function rangeOf(dimension: Dimension, first: Cell, last: Cell, binWidth: number | null): Filter | null {
  if (dimension.part !== undefined || first === null || last === null) return null
  if (!isCut(dimension)) return between(dimension.column, first, last)
  const [from, to] = [filterOfKey(dimension, first, binWidth), filterOfKey(dimension, last, binWidth)]
  if (from?.op !== 'and' || to?.op !== 'and') return null
  const [start, end] = [from.filters[0], to.filters[1]]
  return start && end ? { op: 'and', filters: [start, end] } : null
}

/** Any of some groups. */
function anyOf({ column }: Dimension, keys: readonly Cell[]): Filter | null {
  const known = [...new Set(keys.filter((key) => key !== null))]
  if (known.length === 0 || known.length > mostValues) return null
  const isIn: Filter = { op: 'in', column, values: known }
  return keys.includes(null) ? { op: 'or', filters: [isIn, { op: 'isNull', column }] } : isIn
}

/** Listed rows between two values of a column, as far as the column can be compared. */
function betweenValues(table: Table, name: string | null, span: Span): Filter | null {
  const column = name === null ? undefined : findColumn(table, name)
  if (name === null || column === undefined) return null
  if (isQuantity(column.type)) return between(name, Number(span.min.toPrecision(6)), Number(span.max.toPrecision(6)))
  if (!isMoment(column.type)) return null
  const text = (moment: number): string =>
    column.type === 'date' ? new Date(moment).toISOString().slice(0, 10) : new Date(moment).toISOString()
  return between(name, text(span.min), text(span.max))
}

type Shown = { readonly spec: ChartSpec; readonly table: Table; readonly binWidth: number | null }

/** The one filter that tells which groups were selected; null where none does, missing where rows are listed. */
function filterOfGroups(asked: Exploration, { keys }: Selected, { spec, binWidth }: Shown): Filter | null | undefined {
  const behind = (name: string | null): Dimension | null | undefined => {
    const found = [...asked.rows, ...asked.columns].find((dimension) => nameOfDimension(dimension) === name)
    return found && dimensionOfRows(asked, found)
  }
  const along = behind(nameIn(spec, 'x'))
  if (along) return rangeOf(along, keys[0] ?? null, keys.at(-1) ?? null, binWidth)
  const [first] = asked.rows
  const group = behind(nameIn(spec, 'label')) ?? (first && dimensionOfRows(asked, first))
  if (!group) return group
  return isCut(group) || group.part !== undefined ? null : anyOf(group, keys)
}

/** The filters for the rows of selected marks; null where no filter tells them. */
export function filtersOfSelected(asked: Exploration, selected: Selected, shown: Shown): readonly Filter[] | null {
  const ofGroups = filterOfGroups(asked, selected, shown)
  if (ofGroups !== undefined) return ofGroups && [ofGroups]
  const { spec, table } = shown
  const { x, y } = selected
  const filters = [
    betweenValues(table, nameIn(spec, 'x'), x),
    ...(y ? [betweenValues(table, nameIn(spec, 'y'), y)] : []),
  ]
  return filters.every((filter) => filter !== null) ? filters : null
}
