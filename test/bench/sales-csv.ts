import { cellAt } from '#core/table/table.ts'
import { salesTable } from './sales.ts'

/** The sales as a person would upload them. 170,000 rows are about 10 MB. */
export function salesCsv(rows: number): Uint8Array {
  const { columns } = salesTable(rows)
  const lines = [columns.map(({ name }) => name).join(',')]
  for (let row = 0; row < rows; row += 1) lines.push(columns.map((column) => cellAt(column, row) ?? '').join(','))
  return new TextEncoder().encode(lines.join('\n'))
}
