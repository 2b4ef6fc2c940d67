import type { RecordView } from '../layout/outline.ts'
import type { TextRow } from '../rows/block-writer.ts'

/** A row that has cells, with its place in the sheet from 0. */
export type PlacedRow = { readonly row: number; readonly cells: TextRow }

/** The part of a sheet's columns in which its table stands. */
export type Columns = { readonly left: number; readonly width: number }

/** The cells of a row as text, from the first column of the table to the last. */
export const cellsIn = ({ cells }: PlacedRow, { left, width }: Columns): string[] =>
  Array.from({ length: Math.max(width, cells.length) - left }, (_, at) => cells[left + at] ?? '')

/** Rows of a sheet in which at least one cell holds something, as the records of a file. */
export class SheetRecords implements RecordView {
  #rows: readonly PlacedRow[] = []
  #before: number | null = null
  readonly #columns: Columns
  readonly #header: readonly string[]

  constructor(columns: Columns, header: readonly string[] = []) {
    this.#columns = columns
    this.#header = header
  }

  /** The next rows of the sheet. */
  of(rows: readonly PlacedRow[]): this {
    this.#before = this.#rows.at(-1)?.row ?? this.#before
    this.#rows = rows
    return this
  }

  get count(): number {
    return this.#rows.length
  }

  line = (record: number): number => (this.#rows[record]?.row ?? 0) + 1
  texts = (record: number, atMost: number): string[] => this.#cells(record).slice(0, atMost)

  width = (record: number): number =>
    Math.max(this.#columns.width, this.#rows[record]?.cells.length ?? 0) - this.#columns.left

  filled = (record: number): number => {
    let filled = 0
    for (const cell of this.#rows[record]?.cells ?? []) {
      if (cell !== null && cell.trim() !== '' && ++filled === 2) break
    }
    return filled
  }

  isAfterGap = (record: number): boolean => {
    const before = record === 0 ? this.#before : (this.#rows[record - 1]?.row ?? null)
    return before !== null && (this.#rows[record]?.row ?? 0) > before + 1
  }

  isHeader = (record: number): boolean => {
    const first = this.#rows[record]?.cells[this.#columns.left] ?? ''
    if (this.#header.length < 2 || first !== this.#header[0]) return false
    return this.#cells(record).every((cell, at) => cell === (this.#header[at] ?? ''))
  }

  #cells(record: number): string[] {
    const row = this.#rows[record]
    return row === undefined ? [] : cellsIn(row, this.#columns)
  }
}
