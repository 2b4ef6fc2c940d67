import type { Source } from './source.ts'
import { type Column, isNumberColumn } from './table.ts'

/** One value as stored: a number with NaN for null, or text with null. */
export type StoredValue = number | string | null

const storedAt = (column: Column, row: number): StoredValue =>
  isNumberColumn(column) ? (column.values[row] ?? Number.NaN) : (column.dictionary[column.codes[row] ?? -1] ?? null)

/** A column's values; `first` limits the rows. Reads whole row groups. */
export async function columnValues(
  source: Source,
  name: string,
  maxRows = Number.POSITIVE_INFINITY,
): Promise<StoredValue[]> {
  const values: StoredValue[] = []
  for (let group = 0; group < source.rowGroups.length && values.length < maxRows; group++) {
    const { columns, rows } = await source.read(group, [name])
    const [column] = columns
    if (column) for (let row = 0; row < rows; row++) values.push(storedAt(column, row))
  }
  return values
}
