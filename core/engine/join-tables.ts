import { type Column, type Field, findColumn, type Table } from '../table/table.ts'
import { TextMerger } from '../table/text-merger.ts'

/** Concatenates tables of the same columns; merges dictionaries and drops unused texts. */
export function joinTables(tables: readonly Table[], fields: readonly Field[]): Table {
  const rows = tables.reduce((total, table) => total + table.rows, 0)
  return { rows, columns: fields.map((field) => joinColumns(tables, field, rows)) }
}

function joinColumns(tables: readonly Table[], { name, type }: Field, rows: number): Column {
  if (type === 'text') return joinText(tables, name, rows)
  const values = new Float64Array(rows)
  let at = 0
  for (const table of tables) {
    const column = findColumn(table, name)
    if (!column || column.type === 'text') throw new Error(`Column ${name} is not in every table`)
    values.set(column.values, at)
    at += table.rows
  }
  return { name, type, values }
}

function joinText(tables: readonly Table[], name: string, rows: number): Column {
  const merger = new TextMerger()
  const codes = new Int32Array(rows)
  let at = 0
  for (const table of tables) {
    const column = findColumn(table, name)
    if (column?.type !== 'text') throw new Error(`Column ${name} is not in every table`)
    codes.set(merger.mergeUsed(column), at)
    at += table.rows
  }
  return { name, type: 'text', codes, dictionary: merger.dictionary }
}
