import { runQuery } from '#core/engine/run-query.ts'
import type { QueryInput } from '#core/query/query.ts'
import { validateQuery } from '#core/query/validate-query.ts'
import type { Source } from '#core/table/source.ts'
import { tableSource } from '#core/table/table-source.ts'
import { type Column, type ColumnType, type Table, toRows } from '#core/table/table.ts'

export const dataset = 'd'
/** A count of rows, called `rows`. */
export const rows = { aggregate: 'count', as: 'rows' } as const

/** The result of a Query that must be valid and succeed. */
export async function answer(input: QueryInput, source: Source, signal?: AbortSignal): Promise<Table> {
  const query = validateQuery(input, source.fields)
  if (!query.ok) throw new Error(query.error.message)
  const result = await runQuery(query.value, source, signal)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
export const rowsOf = async (input: QueryInput, source: Source) => toRows(await answer(input, source))

export const numbers = (
  name: string,
  type: Exclude<ColumnType, 'text'>,
  values: readonly (number | null)[],
): Column => ({
  name,
  type,
  values: Float64Array.from(values, (value) => value ?? Number.NaN),
})
export function texts(name: string, cells: readonly (string | null)[]): Column {
  const dictionary = [...new Set(cells)].filter((cell) => cell !== null)
  return {
    name,
    type: 'text',
    codes: Int32Array.from(cells, (cell) => (cell === null ? -1 : dictionary.indexOf(cell))),
    dictionary,
  }
}
export const sourceOf = (...columns: Column[]): Source => {
  const [first] = columns
  return tableSource([
    { rows: first ? (first.type === 'text' ? first.codes.length : first.values.length) : 0, columns },
  ])
}
export const moments = (
  name: string,
  cells: readonly (string | null)[],
  type: 'date' | 'timestamp' = 'timestamp',
): Column =>
  numbers(
    name,
    type,
    cells.map((cell) => (cell === null ? null : Date.parse(cell))),
  )
