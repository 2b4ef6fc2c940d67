import { csvRecord, csvRecords } from '../format/csv-text.ts'
import type { CsvReader } from '../format/safe-cell.ts'
import { batchOf } from './row-source.ts'
import type { CleanField, Rows } from './rows.ts'

/** Rows converted to text at a time. */
const rowsAtATime = 4096

/** A range of rows; its columns share memory with the source. */
function stretch({ count, columns, origins }: Rows, from: number): Rows {
  const to = Math.min(count, from + rowsAtATime)
  return {
    count: to - from,
    columns: columns.map(({ column, odd }) => ({
      column:
        column.type === 'text'
          ? { ...column, codes: column.codes.subarray(from, to) }
          : { ...column, values: column.values.subarray(from, to) },
      odd:
        odd.size === 0
          ? odd
          : new Map([...odd].flatMap(([row, text]) => (row >= from && row < to ? [[row - from, text]] : []))),
    })),
    origins: origins.subarray(from, to),
  }
}

/** Writes rows as CSV in pieces; odd cells keep their text. */
export async function* csvPieces(
  fields: readonly CleanField[],
  batches: () => AsyncIterable<Rows>,
  reader: CsvReader = 'program',
): AsyncGenerator<string> {
  yield csvRecord(
    fields.map(({ name }) => name),
    reader,
  )
  for await (const rows of batches()) {
    for (let from = 0; from < rows.count; from += rowsAtATime) {
      const { table, odd } = batchOf(stretch(rows, from), 0)
      const instead = new Map(odd.map(({ row, column, text }) => [`${row} ${column}`, text]))
      yield csvRecords(table, { instead, reader })
    }
  }
}
