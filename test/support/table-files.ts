import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { FileInput } from '#core/ingest/file-input.ts'
import { memoryFile } from '#core/ingest/memory-file.ts'
import type { IngestReport } from '#core/ingest/ingest-report.ts'
import type { OddCell, ReadOptions } from '#core/ingest/reader.ts'
import { csv } from '#core/ingest/csv/csv.ts'
import { type Cell, type Field, toRows } from '#core/table/table.ts'
import { root } from './source-files.ts'

/** The public benchmark files beside the project; tests that need them skip where they are absent. */
export const benchFolder = join(root, '../shared/bench')
export const hasBench = existsSync(benchFolder)
if (!hasBench)
  process.stdout.write('The benchmark files are not here (../shared/bench): the tests that read them are skipped.\n')

/** A file in memory that arrives in chunks of a size. */
export const fileOf = (name: string, content: string | Uint8Array, chunkSize?: number): FileInput =>
  memoryFile(name, typeof content === 'string' ? new TextEncoder().encode(content) : content, chunkSize)

export const benchFile = (path: string): FileInput => fileOf(basename(path), readFileSync(join(benchFolder, path)))

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
