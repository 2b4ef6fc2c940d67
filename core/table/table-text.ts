import type { Column, Table } from './table.ts'
import { TextMerger } from './text-merger.ts'

type ColumnText = {
  readonly name: string
  readonly type: Column['type']
  readonly cells: readonly (number | string | null)[]
}

/** A Table as JSON that loses nothing: the cells as the engines hold them, moments and durations in milliseconds. */
export type TableText = { readonly rows: number; readonly columns: readonly ColumnText[] }

/** JSON has no infinity, so that is a word. */
const numberCell = (value: number): number | string | null =>
  Number.isFinite(value) ? value : Number.isNaN(value) ? null : String(value)

const writeColumn = (column: Column): ColumnText => ({
  name: column.name,
  type: column.type,
  cells:
    column.type === 'text'
      ? Array.from(column.codes, (code) => column.dictionary[code] ?? null)
      : Array.from(column.values, numberCell),
})

function readColumn({ name, type, cells }: ColumnText): Column {
  if (type === 'text') {
    const merger = new TextMerger()
    const codes = Int32Array.from(cells, (cell) => (typeof cell === 'string' ? merger.codeOf(cell) : -1))
    return { name, type, codes, dictionary: merger.dictionary }
  }
  return { name, type, values: Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell))) }
}

export const writeTable = ({ rows, columns }: Table): TableText => ({ rows, columns: columns.map(writeColumn) })

/** Reads what `writeTable` has written. */
export const readTable = ({ rows, columns }: TableText): Table => ({ rows, columns: columns.map(readColumn) })
