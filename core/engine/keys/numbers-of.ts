import type { Column } from '../../table/table.ts'

/** The values of a column that is not text. */
export function numbersOf(column: Column): Float64Array {
  if (column.type === 'text') throw new Error(`${column.name} holds text`)
  return column.values
}
