import type { Format } from '#core/semantic/vocabulary.ts'
import { cellAt, type Cell, type Column, type Table } from '#core/table/table.ts'
import type { WireTable } from '../api.ts'
import { ownValue } from '#core/own-value.ts'

function textColumn(name: string, cells: readonly Cell[]): Column {
  const dictionary: string[] = []
  const known = new Map<string, number>()
  const codes = Int32Array.from(cells, (cell) => {
    if (cell === null) return -1
    const text = String(cell)
    const code = known.get(text) ?? dictionary.push(text) - 1
    known.set(text, code)
    return code
  })
  return { name, type: 'text', codes, dictionary }
}

function numberOf(cell: Cell): number {
  if (cell === null) return Number.NaN
  return typeof cell === 'string' ? Date.parse(cell) : Number(cell)
}

/** A Table from the API's JSON: the inverse of the Worker's way out. */
export function tableFromWire({ columns, rows }: Pick<WireTable, 'columns' | 'rows'>): Table {
  return {
    rows: rows.length,
    columns: columns.map(({ name, type }, index): Column => {
      const cells = rows.map((row) => row[index] ?? null)
      return type === 'text' ? textColumn(name, cells) : { name, type, values: Float64Array.from(cells, numberOf) }
    }),
  }
}

/** A Table that was computed here, as the API would have sent it. */
export function tableToWire(table: Table, formatOf: Readonly<Record<string, Format>>, ms: number): WireTable {
  return {
    columns: table.columns.map(({ name, type }) => ({ name, type, format: ownValue(formatOf, name) ?? 'text' })),
    rows: Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => cellAt(column, row))),
    ms,
  }
}
