import type { Cell, Column, Field, Table } from './table.ts'

function textColumn(name: string, cells: readonly Cell[]): Column {
  const places = new Map<string, number>()
  const codes = Int32Array.from(cells, (cell) => {
    if (cell === null) return -1
    const text = String(cell)
    const place = places.get(text) ?? places.size
    places.set(text, place)
    return place
  })
  return { name, type: 'text', codes, dictionary: [...places.keys()] }
}

function columnOfCells({ name, type }: Field, cells: readonly Cell[]): Column {
  if (type === 'text') return textColumn(name, cells)
  const values = Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell)))
  return { name, type, values }
}

/** A small table of words and numbers, from its rows. */
export const tableOfCells = (fields: readonly Field[], rows: readonly (readonly Cell[])[]): Table => ({
  rows: rows.length,
  columns: fields.map((field, at) =>
    columnOfCells(
      field,
      rows.map((row) => row[at] ?? null),
    ),
  ),
})
