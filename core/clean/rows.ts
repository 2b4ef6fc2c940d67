import type { Column, Field, Table } from '../table/table.ts'

/** A column during cleaning, with the notation of its numbers. */
export type CleanField = Field & { readonly unit?: string; readonly isGrouped?: true }

/** The values of a column, and by row the texts that did not fit its type. */
export type Cells = { readonly column: Column; readonly odd: ReadonlyMap<number, string> }

/** Consecutive rows in a recipe. */
export type Rows = {
  readonly count: number
  /** In field order. */
  readonly columns: readonly Cells[]
  /** Row numbers in the recipe's input table. */
  readonly origins: Float64Array
}

/** Rows that can be read repeatedly, for steps that learn from them. */
export type RowSource = {
  readonly fields: readonly CleanField[]
  readonly rows: number
  readonly batches: () => AsyncIterable<Rows>
}

export const noOdd: ReadonlyMap<number, string> = new Map()

const noCells: Cells = { column: { name: '', type: 'text', codes: new Int32Array(0), dictionary: [] }, odd: noOdd }

/** The cells of an existing column. */
export const cellsOf = ({ columns }: Rows, name: string): Cells =>
  columns.find(({ column }) => column.name === name) ?? noCells

/** Replaces the cells of the columns with these names. */
export function withCells(rows: Rows, changed: readonly Cells[]): Rows {
  const byName = new Map(changed.map((cells) => [cells.column.name, cells]))
  return { ...rows, columns: rows.columns.map((cells) => byName.get(cells.column.name) ?? cells) }
}

/** The array behind a column; columns that share it are equal. */
export const storeOf = (column: Column): Float64Array | Int32Array =>
  column.type === 'text' ? column.codes : column.values

/** True if the column has no value in this row; odd cells have none. */
export const isNull = (column: Column, row: number): boolean =>
  column.type === 'text' ? (column.codes[row] ?? -1) < 0 : Number.isNaN(column.values[row] ?? Number.NaN)

function takeColumn(column: Column, kept: Int32Array): Column {
  if (column.type === 'text') return { ...column, codes: kept.map((row) => column.codes[row] ?? -1) }
  return { ...column, values: takeNumbers(column.values, kept) }
}

function takeNumbers(values: Float64Array, kept: Int32Array): Float64Array {
  const taken = new Float64Array(kept.length)
  for (let at = 0; at < kept.length; at++) taken[at] = values[kept[at] as number] as number
  return taken
}

function takeOdd(odd: ReadonlyMap<number, string>, kept: Int32Array): ReadonlyMap<number, string> {
  if (odd.size === 0) return noOdd
  const taken = new Map<number, string>()
  for (const [at, row] of kept.entries()) {
    const text = odd.get(row)
    if (text !== undefined) taken.set(at, text)
  }
  return taken
}

/** Keeps the rows that pass the test, in order. */
export function keepRows(rows: Rows, isKept: (row: number) => boolean): Rows {
  const kept = new Int32Array(rows.count)
  let count = 0
  for (let row = 0; row < rows.count; row++) if (isKept(row)) kept[count++] = row
  if (count === rows.count) return rows
  const chosen = kept.subarray(0, count)
  return {
    count,
    columns: rows.columns.map(({ column, odd }) => ({ column: takeColumn(column, chosen), odd: takeOdd(odd, chosen) })),
    origins: takeNumbers(rows.origins, chosen),
  }
}

/** Converts rows to a table for a writer. */
export const tableOf = (rows: Rows): Table => ({ rows: rows.count, columns: rows.columns.map(({ column }) => column) })
