import type { FileInput } from '#core/ingest/file-input.ts'
import { memoryFile } from '#core/ingest/memory-file.ts'
import type { IngestReport } from '#core/ingest/ingest-report.ts'
import type { OddCell, ReadOptions } from '#core/ingest/reader.ts'
import { csv } from '#core/ingest/csv/csv.ts'
import { type Cell, type Field, toRows } from '#core/table/table.ts'

/** A file in memory that arrives in chunks of a size. */
export const fileOf = (name: string, content: string | Uint8Array, chunkSize?: number): FileInput =>
  memoryFile(name, typeof content === 'string' ? new TextEncoder().encode(content) : content, chunkSize)

export type ReadTable = {
  readonly fields: readonly Field[]
  readonly types: Readonly<Record<string, string>>
  readonly rows: readonly Record<string, Cell>[]
  readonly odd: readonly OddCell[]
  readonly units: ReadonlyMap<string, string>
  readonly report: IngestReport
}

/** All of a delimited file at once. */
export async function readTable(file: FileInput, options: ReadOptions = {}): Promise<ReadTable> {
  const opened = await csv.open(file, options)
  if (!opened.ok) throw new Error(opened.error.message)
  const { fields, units, batches, report } = opened.value
  const rows: Record<string, Cell>[] = []
  const odd: OddCell[] = []
  for await (const batch of batches()) {
    rows.push(...toRows(batch.table))
    odd.push(...batch.odd)
  }
  const types = Object.fromEntries(fields.map(({ name, type }) => [name, type]))
  return { fields, types, rows, odd, units, report: report() }
}

export const readText = (text: string, options: ReadOptions = {}): Promise<ReadTable> =>
  readTable(fileOf('a.csv', text), options)
