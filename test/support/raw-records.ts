import { csv } from '#core/ingest/csv/csv.ts'
import type { ReadChoices } from '#core/ingest/choices.ts'
import type { IngestReport } from '#core/ingest/ingest-report.ts'
import { toRows } from '#core/table/table.ts'
import { fileOf } from './table-files.ts'

export type RawRecords = {
  /** The header first; a header of no cells where the file has none. */
  readonly records: readonly string[][]
  readonly report: IngestReport
}

/** A text file as `--raw` gives it: every cell as text, surplus ones too. */
export async function rawRecords(content: string | Uint8Array, choices: ReadChoices = {}): Promise<RawRecords> {
  const opened = await csv.open(fileOf('a.csv', content), { raw: true, choices })
  if (!opened.ok) throw new Error(opened.error.message)
  const records: string[][] = [[...opened.value.headers]]
  for await (const { table, surplus = [], firstRow } of opened.value.batches()) {
    const beyond = new Map(surplus.map(({ row, cells }) => [row - firstRow, cells]))
    for (const [at, row] of toRows(table).entries()) {
      records.push([...Object.values(row).map((cell) => String(cell ?? '')), ...(beyond.get(at) ?? [])])
    }
  }
  return { records, report: opened.value.report() }
}
