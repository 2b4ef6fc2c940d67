import type { Batch } from '../ingest/reader.ts'
import type { Column } from '../table/table.ts'
import { joined, mix } from './hash.ts'
import type { MissingPattern } from './table-profile.ts'

/** Maximum distinct patterns. */
const maxFollowed = 1000
const maxShown = 12

type Followed = { readonly columns: readonly number[]; rows: number }

/** Visits each null of a column. */
function forEachNull(column: Column, visit: (row: number) => void): void {
  if (column.type === 'text') {
    const { codes } = column
    for (let row = 0; row < codes.length; row++) if ((codes[row] as number) < 0) visit(row)
    return
  }
  const { values } = column
  for (let row = 0; row < values.length; row++) if (Number.isNaN(values[row] as number)) visit(row)
}

/** Counts which columns are null together. An odd cell counts as a value. */
export class MissingPatterns {
  readonly #names: readonly string[]
  readonly #patterns = new Map<number, Followed>()
  #complete = 0

  constructor(names: readonly string[]) {
    this.#names = names
  }

  add({ table, odd, firstRow }: Batch): void {
    // Each null adds its column's mark: rows with equal sums lack the same columns.
    const marks = new Float64Array(table.rows)
    let hasNulls = false
    for (const [index, column] of table.columns.entries()) {
      const mark = markOf(index)
      forEachNull(column, (row) => {
        marks[row] = (marks[row] ?? 0) + mark
        hasNulls = true
      })
    }
    if (!hasNulls) {
      this.#complete += table.rows
      return
    }
    for (const { row, column } of odd) marks[row - firstRow] = (marks[row - firstRow] ?? 0) - markOf(column)
    const isOdd = new Set(odd.map(({ row, column }) => `${row - firstRow},${column}`))
    for (let row = 0; row < table.rows; row++) {
      const mark = marks[row] ?? 0
      if (mark === 0) this.#complete++
      else this.#count(mark, () => nullsOf(table.columns, row).filter((column) => !isOdd.has(`${row},${column}`)))
    }
  }

  #count(mark: number, columnsOf: () => readonly number[], rows = 1): void {
    const known = this.#patterns.get(mark)
    if (known !== undefined) known.rows += rows
    else if (this.#patterns.size < maxFollowed) this.#patterns.set(mark, { columns: columnsOf(), rows })
  }

  merge(other: MissingPatterns): void {
    this.#complete += other.#complete
    for (const [mark, { columns, rows }] of other.#patterns) this.#count(mark, () => columns, rows)
  }

  finish(): MissingPattern[] {
    const named = [...this.#patterns.values()].map(({ columns, rows }) => ({
      columns: columns.map((column) => this.#names[column] ?? ''),
      rows,
    }))
    return [...(this.#complete > 0 ? [{ columns: [], rows: this.#complete }] : []), ...named]
      .sort((a, b) => b.rows - a.rows || a.columns.length - b.columns.length)
      .slice(0, maxShown)
  }
}

/** An integer below 2^40, so thousands of them add up exactly. */
const markOf = (column: number): number => joined(mix(column + 1) & 0xff, mix(column + 0x5bd1e995)) + 1

function nullsOf(columns: readonly Column[], row: number): number[] {
  return columns.flatMap((column, index) => {
    const isNull = column.type === 'text' ? (column.codes[row] ?? -1) < 0 : Number.isNaN(column.values[row])
    return isNull ? [index] : []
  })
}
