import type { TextRow } from '../rows/block-writer.ts'
import type { CellText } from './sheet-rows.ts'
import type { MergedCells, SheetCell, SheetRow } from './workbook.ts'

type Label = { readonly merged: MergedCells; readonly cell: SheetCell }

const isTall = ({ top, bottom }: MergedCells): boolean => bottom > top

/** A number over several rows is one amount, and would be counted several times; a day or a word is a label. */
const isAmount = ({ value, format }: SheetCell): boolean => typeof value === 'number' && format.kind !== 'date'

/**
 * Writes a label that is merged over several rows into each of them. Rows come in order, those without cells left out.
 * Numbers count as labels only in the first columns, where all columns before them are merged too: years, ids.
 */
export class MergedLabels {
  readonly #left: number
  readonly #waiting: MergedCells[]
  /** By column, the labels that reach the next row. */
  readonly #open = new Map<number, Label>()

  /** `left` is the first column of the table. */
  constructor(merged: readonly MergedCells[], left: number) {
    this.#left = left
    this.#waiting = merged.filter(isTall).toSorted((a, b) => b.top - a.top)
  }

  /** The texts of a row with those of the labels that reach it. */
  fill(row: SheetRow, texts: TextRow, textOf: CellText): TextRow {
    if (this.#waiting.length === 0 && this.#open.size === 0) return texts
    for (const [column, { merged }] of this.#open) if (merged.bottom < row.row) this.#open.delete(column)
    const missing = this.#missing(row)
    this.#openAt(row)
    if (missing.length === 0) return texts
    const filled = [...texts]
    for (const cell of missing) filled[cell.column] = textOf(cell)
    return Array.from(filled, (text) => text ?? null)
  }

  #missing({ cells }: SheetRow): SheetCell[] {
    if (this.#open.size === 0) return []
    const own = new Set(cells.filter(({ value }) => value !== '').map(({ column }) => column))
    const leading = this.#leadingEnd()
    return [...this.#open.values()]
      .map(({ cell }) => cell)
      .filter((cell) => !own.has(cell.column) && (cell.column < leading || !isAmount(cell)))
  }

  /** The first column of the table that is not merged. */
  #leadingEnd(): number {
    let column = this.#left
    while (this.#open.has(column)) column++
    return column
  }

  /** Opens the labels that begin in a row. */
  #openAt({ row, cells }: SheetRow): void {
    for (let merged = this.#waiting.at(-1); merged !== undefined && merged.top <= row; merged = this.#waiting.at(-1)) {
      this.#waiting.pop()
      const { left, top } = merged
      const cell = top === row ? cells.find(({ column }) => column === left) : undefined
      if (cell !== undefined) this.#open.set(left, { merged, cell })
    }
  }
}
