import { cellAt, type Cell, type Column } from '../../table/table.ts'

const isKnown = (column: Column, row: number): boolean =>
  column.type === 'text' ? (column.codes[row] ?? -1) >= 0 : Number.isFinite(column.values[row])

const sizeOf = (column: Column | undefined): number =>
  column === undefined ? 0 : column.type === 'text' ? column.codes.length : column.values.length

/** The rows in which every column is known, as numbers: values, or codes of words. */
export type KnownRows = {
  readonly columns: readonly Float64Array[]
  readonly count: number
  /** How many rows there are, the unknown among them. */
  readonly read: number
  /** The value of a column in one of the known rows. */
  readonly cellAt: (column: number, row: number) => Cell
}

export function knownRowsOf(columns: readonly Column[]): KnownRows {
  const read = sizeOf(columns[0])
  const rows: number[] = []
  for (let row = 0; row < read; row++) if (columns.every((column) => isKnown(column, row))) rows.push(row)
  return {
    columns: columns.map((column) =>
      Float64Array.from(rows, (row) => (column.type === 'text' ? column.codes[row] : column.values[row]) ?? Number.NaN),
    ),
    count: rows.length,
    read,
    cellAt: (at, row) => {
      const column = columns[at]
      return column === undefined ? null : cellAt(column, rows[row] ?? -1)
    },
  }
}
