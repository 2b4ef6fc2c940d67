import type { Column, NumberColumn, TextColumn } from '../../table/table.ts'

/** One text per group that identifies its values. */
export function groupKeys(columns: readonly Column[], rows: number): readonly string[] {
  const parts = columns.map((column) => (column.type === 'text' ? textsOf(column) : numbersOf(column)))
  return Array.from({ length: rows }, (_, row) => JSON.stringify(parts.map((part) => part(row))))
}

const textsOf =
  ({ codes, dictionary }: TextColumn) =>
  (row: number): string | null =>
    dictionary[codes[row] ?? -1] ?? null
const numbersOf =
  ({ values }: NumberColumn) =>
  (row: number): number | null =>
    values[row] ?? null
