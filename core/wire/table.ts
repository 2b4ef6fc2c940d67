import { ownValue } from '../own-value.ts'
import type { Format } from '../semantic/vocabulary.ts'
import { cellAt, type Cell, type Column, type ColumnType, type Table } from '../table/table.ts'
import type { WireSqlResult, WireTable } from './wire-table.ts'

/** Converts a Table to JSON with formatted cells. */
export function tableToWire(table: Table, formatOf: Readonly<Record<string, Format>>, ms: number): WireTable {
  return {
    columns: table.columns.map(({ name, type }) => ({ name, type, format: ownValue(formatOf, name) ?? 'text' })),
    rows: Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => cellAt(column, row))),
    ms,
  }
}

const formatOfType: Readonly<Record<ColumnType, Format>> = {
  boolean: 'text',
  integer: 'number',
  decimal: 'number',
  date: 'date',
  timestamp: 'date',
  duration: 'duration',
  text: 'text',
}

type Page = { readonly table: Table; readonly total: number; readonly isCut: boolean; readonly offset: number }

/** Converts rows of an SQL result to JSON, formatted by type, because no model applies. */
export function sqlResultToWire({ table, total, isCut, offset }: Page, ms: number): WireSqlResult {
  const told = Object.fromEntries(table.columns.map(({ name, type }) => [name, formatOfType[type]]))
  return { ...tableToWire(table, told, ms), offset, total, cut: isCut }
}

function textColumn(name: string, cells: readonly Cell[]): Column {
  const dictionary: string[] = []
  const known = new Map<string, number>()
  const codes = Int32Array.from(cells, (each) => {
    if (each === null) return -1
    const text = String(each)
    const code = known.get(text) ?? dictionary.push(text) - 1
    known.set(text, code)
    return code
  })
  return { name, type: 'text', codes, dictionary }
}

function numberOf(each: Cell): number {
  if (each === null) return Number.NaN
  return typeof each === 'string' ? Date.parse(each) : Number(each)
}

/** Converts JSON to a Table; inverse of `tableToWire`. */
export function tableFromWire({ columns, rows }: Pick<WireTable, 'columns' | 'rows'>): Table {
  return {
    rows: rows.length,
    columns: columns.map(({ name, type }, index): Column => {
      const cells = rows.map((row) => row[index] ?? null)
      return type === 'text' ? textColumn(name, cells) : { name, type, values: Float64Array.from(cells, numberOf) }
    }),
  }
}
