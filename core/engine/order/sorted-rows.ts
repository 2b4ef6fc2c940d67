import { compareText } from '../../table/compare-text.ts'
import type { Column, NumberColumn, TextColumn } from '../../table/table.ts'

/** One column to sort by. */
export type Order = { readonly column: Column; readonly descending: boolean }

/** The rank of each row: an integer below `size`, equal for equal values. */
type Places = { readonly at: Float64Array; readonly size: number }

/** Above this, doubles skip integers. */
const maxPlaces = 2 ** 53

/**
 * All row numbers in sorted order: nulls last in both directions, ties in original order. Packs each row's ranks and
 * its row number into one double, so that the typed array sorts natively without a comparison function.
 */
export function sortedRows(rows: number, orders: readonly Order[]): Int32Array {
  const own = ownPlaces(rows)
  const { at } = [...orders.map(placesBy), own].reduce(within)
  at.sort()
  const sorted = new Int32Array(rows)
  // Division by a power of two is exact.
  for (let index = 0; index < rows; index++) {
    const place = at[index] as number
    sorted[index] = place - Math.floor(place / own.size) * own.size
  }
  return sorted
}

function ownPlaces(rows: number): Places {
  const at = new Float64Array(rows)
  for (let row = 0; row < rows; row++) at[row] = row
  return { at, size: 2 ** Math.ceil(Math.log2(rows + 1)) }
}

const placesBy = ({ column, descending }: Order): Places =>
  column.type === 'text' ? placesOfTexts(column, descending) : placesOfNumbers(column, descending)

/** Combines ranks: by `left`, then by `right`. */
function within(left: Places, right: Places): Places {
  if (left.size * right.size > maxPlaces) {
    // Dense ranks are at most the number of rows.
    return left.size >= right.size ? within(closedUp(left.at), right) : within(left, closedUp(right.at))
  }
  const at = new Float64Array(left.at.length)
  for (let row = 0; row < at.length; row++) at[row] = (left.at[row] as number) * right.size + (right.at[row] as number)
  return { at, size: left.size * right.size }
}

/** Ranks each dictionary text once. */
function placesOfTexts({ codes, dictionary }: TextColumn, descending: boolean): Places {
  const sign = descending ? -1 : 1
  const text = (code: number): string => dictionary[code] as string
  const used = codesIn(codes, dictionary.length).sort((a, b) => sign * compareText(text(a), text(b)))
  const nulls = used.length
  const placeOf = new Float64Array(dictionary.length + 1).fill(nulls)
  let place = -1
  for (const [index, code] of used.entries()) {
    if (index === 0 || text(code) !== text(used[index - 1] as number)) place++
    placeOf[code + 1] = place
  }
  const at = new Float64Array(codes.length)
  for (let row = 0; row < at.length; row++) at[row] = placeOf[(codes[row] as number) + 1] as number
  return { at, size: nulls + 1 }
}

function codesIn(codes: Int32Array, size: number): Int32Array {
  const isUsed = new Uint8Array(size + 1)
  for (let row = 0; row < codes.length; row++) isUsed[(codes[row] as number) + 1] = 1
  const used = new Int32Array(size)
  let count = 0
  for (let code = 0; code < size; code++) if (isUsed[code + 1] === 1) used[count++] = code
  return used.subarray(0, count)
}

function placesOfNumbers({ values }: NumberColumn, descending: boolean): Places {
  const rising = descending ? values.map((value) => -value) : values
  let [least, most, isWhole] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true]
  for (const value of rising) {
    if (value !== value) continue
    if (value < least) least = value
    if (value > most) most = value
    if (isWhole && value !== Math.floor(value)) isWhole = false
  }
  const nulls = Math.max(0, most - least) + 1
  if (!isWhole || !(nulls < maxPlaces)) return closedUp(rising)
  return { at: rising.map((value) => (value === value ? value - least : nulls)), size: nulls + 1 }
}

/** Replaces ranks by consecutive ones; NaN ranks last. */
function closedUp(values: Float64Array): Places {
  const sorted = values.slice().sort()
  let size = 0
  for (const value of sorted) {
    if (value === value && (size === 0 || value !== sorted[size - 1])) sorted[size++] = value
  }
  const different = sorted.subarray(0, size)
  return { at: values.map((value) => placeIn(different, value)), size: size + 1 }
}

/** Index of the first value that is not below `value`. */
function placeIn(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= (sorted[middle] as number)) high = middle
    else low = middle + 1
  }
  return low
}
