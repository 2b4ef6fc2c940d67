import type { Budget } from '../../budget.ts'
import type { NumberFormat } from './number-format.ts'

/** A cell that Excel shows as an error, such as `#DIV/0!`. */
export type CellError = { readonly error: string }

export type SheetCell = {
  readonly column: number
  readonly value: number | string | boolean | CellError
  readonly format: NumberFormat
  /** The text the cell shows, where the file keeps it. */
  readonly shown?: string
}

/** A row of a sheet that has cells; both count from 0. */
export type SheetRow = { readonly row: number; readonly cells: readonly SheetCell[] }

/** Cells that are shown as one; rows and columns count from 0, the last ones included. */
export type MergedCells = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Told of merged cells as they come to light, which may be after the rows they are in. */
export type SeeMerged = (merged: MergedCells) => void

export type Sheet = {
  readonly name: string
  readonly isHidden: boolean
  /** Every row that has cells, in order, some at a time. The budget is that of this reading. */
  readonly rows: (budget: Budget, seeMerged?: SeeMerged) => AsyncIterable<readonly SheetRow[]>
}

export type Workbook = { readonly is1904: boolean; readonly sheets: readonly Sheet[] }

/** Why a file that looked like a workbook is not read: in the words of a failure. */
export type Refusal = { readonly refused: 'encrypted' | 'other'; readonly found: string }

/** A row, and how many rows below it are the same. */
export type RepeatedRow = SheetRow & { readonly repeats?: number }

/** Cells that are handed on together. */
const cellsAtOnce = 1 << 15
const stepsOfCell = 6

const widthOf = ({ cells }: SheetRow): number => Math.max(cells.length, (cells.at(-1)?.column ?? 0) + 1)

const textLength = ({ cells }: SheetRow): number =>
  cells.reduce((sum, { value }) => sum + (typeof value === 'string' ? value.length : 0), 0)

/** Rows in stretches of not too many cells, resting between them. A row is charged as often as it is said to repeat, before it does. */
export async function* inStretches(rows: Iterable<RepeatedRow>, budget: Budget): AsyncGenerator<readonly SheetRow[]> {
  let stretch: SheetRow[] = []
  let size = 0
  for (const { row, cells, repeats = 1 } of rows) {
    const width = widthOf({ row, cells })
    budget.charge('cells', width * repeats)
    if (repeats > 1) budget.charge('bytes', textLength({ row, cells }) * repeats)
    for (let repeat = 0; repeat < repeats; repeat++) {
      stretch.push({ row: row + repeat, cells })
      size += width
      if (size < cellsAtOnce) continue
      budget.work(size * stepsOfCell)
      yield stretch
      ;[stretch, size] = [[], 0]
      await budget.rest()
    }
  }
  budget.work(size * stepsOfCell)
  if (stretch.length > 0) yield stretch
}
