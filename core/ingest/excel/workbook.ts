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

export type Sheet = {
  readonly name: string
  readonly isHidden: boolean
  /** Every row that has cells, in order, some at a time. */
  readonly rows: () => AsyncIterable<readonly SheetRow[]>
}

export type Workbook = { readonly is1904: boolean; readonly sheets: readonly Sheet[] }

/** Why a file that looked like a workbook is not read: in the words of a failure. */
export type Refusal = { readonly refused: 'encrypted' | 'other'; readonly found: string }
