import type { Source } from './source.ts'
import { type Column, isNumberColumn } from './table.ts'

/** One value as it is stored: a number, NaN for an empty one, or a text, null for an empty one. */
export type StoredValue = number | string | null

const storedAt = (column: Column, row: number): StoredValue =>
  isNumberColumn(column) ? (column.values[row] ?? Number.NaN) : (column.dictionary[column.codes[row] ?? -1] ?? null)

/** The values of a column, all or those of the first rows; whole row groups are read. */
export async function columnValues(
  source: Source,
  name: string,
  mostRows = Number.POSITIVE_INFINITY,
): Promise<StoredValue[]> {
  const values: StoredValue[] = []
  for (let group = 0; group < source.rowGroups.length && values.length < mostRows; group++) {
    const { columns, rows } = await source.read(group, [name])
    const [column] = columns
    if (column) for (let row = 0; row < rows; row++) values.push(storedAt(column, row))
  }
  return values
}
