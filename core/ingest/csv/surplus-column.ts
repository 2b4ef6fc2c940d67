import { TextMerger } from '../../table/text-merger.ts'
import type { Column } from '../../table/table.ts'
import type { Batch } from '../reader.ts'

/** A text column for the cells that rows have beyond the last column of the table. */
export type SurplusColumn = { readonly name: string; readonly delimiter: string }

/** A batch with its surplus cells as its last column; several cells of one row are joined by the file's delimiter. */
export function withSurplusColumn(batch: Batch, { name, delimiter }: SurplusColumn): Batch {
  const { firstRow, table, odd, surplus = [] } = batch
  const merger = new TextMerger()
  const codes = new Int32Array(table.rows).fill(-1)
  for (const { row, cells } of surplus) {
    const last = cells.findLastIndex((cell) => cell !== '')
    codes[row - firstRow] = merger.codeOf(cells.slice(0, last + 1).join(delimiter))
  }
  const column: Column = { name, type: 'text', codes, dictionary: merger.dictionary }
  return { firstRow, table: { rows: table.rows, columns: [...table.columns, column] }, odd }
}
