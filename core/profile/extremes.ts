import type { RowValue } from './profile.ts'

const most = 10

/** Lower values first, then earlier rows. */
const byValue = (a: RowValue, b: RowValue): number => a.value - b.value || a.row - b.row

/** The lowest and highest values with their rows, at most ten each. */
export class Extremes {
  #lowest: readonly RowValue[] = []
  #highest: readonly RowValue[] = []

  /** Adds a batch's values, nulls included, with a known range. */
  add(values: Float64Array, firstRow: number, range: { readonly min: number; readonly max: number }): void {
    const low = this.#lowest.length < most ? Number.POSITIVE_INFINITY : (this.#lowest.at(-1)?.value ?? 0)
    const high = this.#highest.length < most ? Number.NEGATIVE_INFINITY : (this.#highest.at(-1)?.value ?? 0)
    if (range.min < low) this.#lowest = lowestOf(this.#lowest, values, firstRow, 1)
    if (range.max > high) this.#highest = lowestOf(this.#highest, values, firstRow, -1)
  }

  merge(other: Extremes): void {
    this.#lowest = [...this.#lowest, ...other.#lowest].sort(byValue).slice(0, most)
    this.#highest = [...this.#highest, ...other.#highest].sort(byHighest).slice(0, most)
  }

  get lowest(): readonly RowValue[] {
    return this.#lowest
  }

  get highest(): readonly RowValue[] {
    return this.#highest
  }
}

const byHighest = (a: RowValue, b: RowValue): number => b.value - a.value || a.row - b.row

/** Merges the lowest values with a batch; with sign −1 the highest. Equal values keep the earlier row. */
function lowestOf(known: readonly RowValue[], values: Float64Array, firstRow: number, sign: 1 | -1): RowValue[] {
  const found = [...known]
  let limit = found.length < most ? Number.POSITIVE_INFINITY : sign * (found.at(-1)?.value ?? 0)
  for (let row = 0; row < values.length; row++) {
    const value = sign * (values[row] as number)
    if (!(value < limit)) continue
    const after = found.findIndex((one) => value < sign * one.value)
    found.splice(after === -1 ? found.length : after, 0, { row: firstRow + row, value: values[row] as number })
    found.length = Math.min(most, found.length)
    if (found.length === most) limit = sign * (found.at(-1)?.value ?? 0)
  }
  return found
}
