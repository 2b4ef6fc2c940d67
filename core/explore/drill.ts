import { chooseColumns } from '../dashboard/choose-columns.ts'
import { type Dimension, nameOfDimension } from '../query/dimension.ts'
import type { Filter, Scalar } from '../query/filter.ts'
import { dimensionOfRows } from '../query/query-of-groups.ts'
import { filterOfKey } from '../query/filter-of-key.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { Grain } from '../semantic/vocabulary.ts'
import type { Cell } from '../table/table.ts'
import { changeDimension, type Place } from './edits.ts'
import type { Exploration } from './exploration.ts'
import { columnNamed } from './fields.ts'

/** One group of a mark: dimension, value, and width if it is a bin. */
export type Key = { readonly dimension: Dimension; readonly key: Cell; readonly binWidth: number | null }

type Asked = Pick<Exploration, 'groups'>

/** Filters for the rows of a mark; null if they cannot be expressed. */
export function filtersOfMark(mark: readonly Key[], asked: Asked): readonly Filter[] | null {
  const filters = mark.map(({ dimension, key, binWidth }) => {
    const behind = dimensionOfRows(asked, dimension)
    return behind && filterOfKey(behind, key, binWidth)
  })
  return filters.every((filter) => filter !== null) ? filters : null
}

type Range = { readonly column: string; readonly from: Scalar; readonly before: Scalar }

function rangeOf(filter: Filter): Range | null {
  if (!('filters' in filter) || filter.op !== 'and') return null
  const [from, before] = filter.filters
  if (filter.filters.length !== 2 || from?.op !== 'greaterOrEqual' || before?.op !== 'less') return null
  return from.column === before.column ? { column: from.column, from: from.value, before: before.value } : null
}

/** The same for recurring parts of moments. */
function isPartOf(narrow: Filter, wide: Filter): boolean {
  if (narrow.op !== 'part' || wide.op !== 'part') return false
  const isSame = narrow.column === wide.column && narrow.part === wide.part
  return isSame && narrow.values.every((value) => wide.values.includes(value))
}

/** True if the first filter implies the second, by their form. */
function implies(narrow: Filter, wide: Filter): boolean {
  const [inner, outer] = [rangeOf(narrow), rangeOf(wide)]
  if (inner && outer) return inner.column === outer.column && inner.from >= outer.from && inner.before <= outer.before
  if ('part' in narrow || 'part' in wide) return isPartOf(narrow, wide)
  if (narrow.op !== 'in' || wide.op !== 'in' || narrow.column !== wide.column) return false
  return narrow.values.every((value) => wide.values.includes(value))
}

/** Adds the filters of a mark; drops redundant ones. */
export function narrowTo(asked: Exploration, filters: readonly Filter[]): Exploration {
  const kept = asked.filters.filter((wide) => !filters.some((narrow) => implies(narrow, wide)))
  return { ...asked, filters: [...kept, ...filters] }
}

/** Excludes the rows of a mark. */
export const leaveOut = (asked: Exploration, filters: readonly Filter[]): Exploration => {
  const [only, ...more] = filters
  if (!only) return asked
  const filter: Filter = more.length === 0 ? only : { op: 'and', filters: [...filters] }
  return { ...asked, filters: [...asked.filters, { op: 'not', filter }] }
}

const finer: Readonly<Record<Grain, Grain | null>> = {
  year: 'quarter',
  quarter: 'month',
  month: 'day',
  week: 'day',
  day: 'hour',
  hour: null,
}

/** A drill-down: the dimension that replaces a group's. */
export type Drill = { readonly place: Place; readonly dimension: Dimension }

const places = ({ rows, columns }: Exploration): readonly Drill[] => [
  ...rows.map((dimension, at): Drill => ({ place: { shelf: 'rows', at }, dimension })),
  ...columns.map((dimension, at): Drill => ({ place: { shelf: 'columns', at }, dimension })),
]

/** Maximum other columns offered. */
const maxOffered = 4

/** Columns to drill down by, those with more groups first. */
function nextColumns(asked: Exploration, of: string, model: SemanticModel): readonly string[] {
  const used = new Set(places(asked).map(({ dimension }) => dimension.column))
  const own = columnNamed(model, of)?.distinct ?? 0
  const free = chooseColumns(model).categories.filter(({ name }) => !used.has(name))
  const deeper = free.filter(({ distinct }) => distinct > own)
  return [...deeper, ...free.filter((column) => !deeper.includes(column))].slice(0, maxOffered).map(({ name }) => name)
}

function finerOf({ column, grain, bins, as }: Dimension, model: SemanticModel): Dimension | null {
  const named = as === undefined ? {} : { as }
  if (bins !== undefined) return { column, bins, ...named }
  const next = grain ? finer[grain] : null
  if (next === null || (next === 'hour' && columnNamed(model, column)?.type !== 'timestamp')) return null
  return { column, grain: next }
}

/** Drill-downs of a mark, most natural first; figures of groups have none. */
export function drillsOf(asked: Exploration, mark: readonly Key[], model: SemanticModel): readonly Drill[] {
  if (asked.groups) return []
  const names = mark.map(({ dimension }) => nameOfDimension(dimension))
  const marked = places(asked).filter(({ dimension }) => names.includes(nameOfDimension(dimension)))
  const closer = marked.flatMap(({ place, dimension }) => {
    const next = finerOf(dimension, model)
    return next ? [{ place, dimension: next }] : []
  })
  const [first] = marked
  if (!first) return closer
  const others = nextColumns(asked, first.dimension.column, model)
  return [...closer, ...others.map((column): Drill => ({ place: first.place, dimension: { column } }))]
}

/** Filters to a mark and replaces its dimension. Null if it cannot be expressed. */
export function drillDown(asked: Exploration, mark: readonly Key[], { place, dimension }: Drill): Exploration | null {
  const filters = filtersOfMark(mark, asked)
  if (filters === null) return null
  const changed = changeDimension(asked, place, dimension)
  return changed && narrowTo(changed, filters)
}
