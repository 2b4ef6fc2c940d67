import { type Dimension, nameOfDimension } from '../query/dimension.ts'
import type { Filter } from '../query/filter.ts'
import { nameOfMeasure } from '../query/measure.ts'
import type { Sort } from '../query/query.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import { type Exploration, mostDimensions, type ShelfId, type Top, type Value } from './exploration.ts'
import { columnNamed, dimensionFor, type Field, fieldOf, valueFor } from './fields.ts'
import { namesOf, settle } from './names.ts'

/** A position on a shelf. */
export type Place = { readonly shelf: ShelfId; readonly at: number }

const inserted = <Item>(list: readonly Item[], at: number, item: Item): Item[] => [
  ...list.slice(0, at),
  item,
  ...list.slice(at),
]
const replaced = <Item>(list: readonly Item[], at: number, item: Item): Item[] => list.with(at, item)
const without = <Item>(list: readonly Item[], at: number): Item[] => list.filter((_, index) => index !== at)

const isFull = ({ rows, columns, values }: Exploration, shelf: ShelfId): boolean =>
  shelf === 'values' ? values.length >= 20 : rows.length + columns.length >= mostDimensions

/** Fields on shelves group, so a row listing is cleared. */
const grouped = (asked: Exploration): Exploration =>
  asked.listed.length > 0 ? { ...asked, listed: [], sort: [] } : asked

function placeValue(asked: Exploration, value: Value, at: number): Exploration | null {
  if (isFull(asked, 'values') || namesOf(asked).includes(nameOfMeasure(value))) return null
  return settle({ ...grouped(asked), values: inserted(asked.values, at, value) })
}

function placeDimension(asked: Exploration, dimension: Dimension, { shelf, at }: Place): Exploration | null {
  if (shelf === 'values' || isFull(asked, shelf) || namesOf(asked).includes(nameOfDimension(dimension))) return null
  return settle({ ...grouped(asked), [shelf]: inserted(asked[shelf], at, dimension) })
}

/** Adds a field to a shelf, at its end by default; null if it cannot be there or already is. */
export function addField(
  asked: Exploration,
  field: Field,
  { shelf, at = asked[shelf].length }: { readonly shelf: ShelfId; readonly at?: number },
): Exploration | null {
  if (field.kind === 'measure') return shelf === 'values' ? placeValue(asked, field.value, at) : null
  if (shelf !== 'values') {
    const dimension = dimensionFor(field.column, namesOf(asked))
    return dimension && placeDimension(asked, dimension, { shelf, at })
  }
  const value = valueFor(field.column, namesOf(asked))
  return value && placeValue(asked, value, at)
}

/** Removes the field at a position. */
export const removeAt = (asked: Exploration, { shelf, at }: Place): Exploration =>
  settle({ ...asked, [shelf]: without<Dimension | Value>(asked[shelf], at) })

/** Moves a field; between values and dimensions it is converted. Null if impossible. */
export function moveTo(asked: Exploration, from: Place, to: Place, model: SemanticModel): Exploration | null {
  const chip = asked[from.shelf][from.at]
  if (!chip) return null
  const rest = { ...asked, [from.shelf]: without<Dimension | Value>(asked[from.shelf], from.at) }
  const isSame = from.shelf === to.shelf
  const at = Math.min(to.at, rest[to.shelf].length)
  if (isSame && from.shelf === 'values')
    return settle({ ...rest, values: inserted(rest.values, at, asked.values[from.at] as Value) })
  if (from.shelf !== 'values' && to.shelf !== 'values')
    return placeDimension(rest, chip as Dimension, { shelf: to.shelf, at })
  const column = columnNamed(model, chip.column)
  return column ? addField(rest, fieldOf(column), { shelf: to.shelf, at }) : null
}

/** Changes a dimension or its name; null if the name is taken. */
export function changeDimension(asked: Exploration, { shelf, at }: Place, dimension: Dimension): Exploration | null {
  if (shelf === 'values') return null
  const before = asked[shelf][at]
  if (!before) return null
  const renaming = { from: nameOfDimension(before), to: nameOfDimension(dimension) }
  if (isTaken(asked, renaming)) return null
  return settle({ ...asked, [shelf]: replaced(asked[shelf], at, dimension) }, renaming)
}

/** Changes a measure; null if its name is taken. */
export function changeValue(asked: Exploration, at: number, value: Value): Exploration | null {
  const before = asked.values[at]
  if (!before) return null
  const renaming = { from: nameOfMeasure(before), to: nameOfMeasure(value) }
  if (isTaken(asked, renaming)) return null
  return settle({ ...asked, values: replaced(asked.values, at, value) }, renaming)
}

const isTaken = (asked: Exploration, { from, to }: { readonly from: string; readonly to: string }): boolean =>
  from !== to && namesOf(asked).includes(to)

/** Sorts by one result column; null removes the sort. */
export const sortBy = (asked: Exploration, by: string, direction: Sort['direction'] | null): Exploration => ({
  ...asked,
  sort: direction === null ? [] : [{ by, direction }],
})

/** Cycles the sort of a header click: the more likely direction, the other, none. */
export function turnSort(asked: Exploration, by: string, isNumber: boolean): Exploration {
  const first = isNumber ? 'descending' : 'ascending'
  const other = isNumber ? 'ascending' : 'descending'
  const [now] = asked.sort
  if (now?.by !== by) return sortBy(asked, by, first)
  return sortBy(asked, by, now.direction === first ? other : null)
}

const isSame = (a: Filter, b: Filter): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Adds a filter unless it is present. */
export const addFilter = (asked: Exploration, filter: Filter): Exploration =>
  asked.filters.some((each) => isSame(each, filter)) ? asked : { ...asked, filters: [...asked.filters, filter] }

/** Replaces or removes a filter. */
export const replaceFilter = (asked: Exploration, at: number, filter: Filter | null): Exploration => ({
  ...asked,
  filters: filter === null ? without(asked.filters, at) : replaced(asked.filters, at, filter),
})

/** Keeps the top values of a column by a measure; one per column. */
export const setTop = (asked: Exploration, top: Top): Exploration => ({
  ...asked,
  top: [...asked.top.filter(({ column }) => column !== top.column), top],
})

export const removeTop = (asked: Exploration, at: number): Exploration => ({ ...asked, top: without(asked.top, at) })

/** Swaps rows and columns. */
export const transpose = (asked: Exploration): Exploration => ({ ...asked, rows: asked.columns, columns: asked.rows })
