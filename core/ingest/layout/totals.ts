import { type DecimalMark, NumberScanner } from '../types/number-scanner.ts'
import type { PossibleTotal } from './footer.ts'

const encoder = new TextEncoder()
/** By this share of itself a total may differ from the sum of rounded rows. */
const rounding = 0.005
/** Below so many numbers, a sum shows nothing. */
const fewest = 2

type Sum = { sum: number; count: number }

/** What the columns of some rows add up to. */
export class ColumnSums {
  readonly #columns: Sum[] = []
  readonly #scanner = new NumberScanner()
  readonly #mark: DecimalMark

  constructor(mark: DecimalMark) {
    this.#mark = mark
  }

  /** Adds a cell, where it is a number. */
  addCell(column: number, bytes: Uint8Array, start: number, end: number): void {
    if (start >= end || !this.#scanner.scan(bytes, start, end, this.#mark)) return
    const found = (this.#columns[column] ??= { sum: 0, count: 0 })
    found.sum += this.#scanner.value
    found.count++
  }

  addRow(cells: readonly (string | null)[]): void {
    for (const [column, text] of cells.entries()) {
      const bytes = encoder.encode(text ?? '')
      this.addCell(column, bytes, 0, bytes.length)
    }
  }

  /** Are at least half of the numbers of a record the sums or the means of the numbers in their columns? All, where no word says so. */
  isTotal({ cells, expects }: PossibleTotal): boolean {
    let [numbers, agreeing, isSome] = [0, 0, false]
    for (const [column, text] of cells.entries()) {
      const value = this.#numberIn(text)
      const { sum, count } = this.#columns[column] ?? { sum: 0, count: 0 }
      if (value === null || count < fewest) continue
      numbers++
      isSome ||= value !== 0
      if (isNear(value, expects === 'means' ? sum / count : sum)) agreeing++
    }
    return agreeing > 0 && (expects === 'only sums' ? agreeing === numbers && isSome : agreeing * 2 >= numbers)
  }

  #numberIn(text: string): number | null {
    const bytes = encoder.encode(text)
    return this.#scanner.scan(bytes, 0, bytes.length, this.#mark) ? this.#scanner.value : null
  }
}

const isNear = (value: number, expected: number): boolean =>
  Math.abs(value - expected) <= Math.max(Math.abs(expected) * rounding, 1e-9)

/**
 * The line of the first of some last records that is a total of the rows above it; null where none is. `sums` are those
 * of the rows above all of them, to which those that are rows are added.
 */
export function totalsLine(records: readonly PossibleTotal[], sums: ColumnSums): number | null {
  for (const record of records) {
    if (sums.isTotal(record)) return record.line
    sums.addRow(record.cells)
  }
  return null
}
