import { ReadingFailed } from '#core/ingest/reading-failed.ts'
import { chooseReader } from '#core/ingest/sniff.ts'
import { type ReaderId, readers } from '#core/ingest/registry.ts'
import type { OpenedFile, Reader, ReadOptions } from '#core/ingest/reader.ts'
import type { FileInput } from '#core/ingest/file-input.ts'
import { toRows } from '#core/table/table.ts'
import type { ReadTable } from './table-files.ts'

type Answer = ReadTable | { readonly code: string; readonly message: string }

/** All of a file at once, by one reader; its failure's code and sentence where it fails. */
export const readWith = (id: ReaderId, file: FileInput, options: ReadOptions = {}): Promise<Answer> =>
  readBy(readers[id], file, options)

/** All of a file at once, by the reader that fits it. */
export async function readAny(file: FileInput, options: ReadOptions = {}): Promise<Answer> {
  const reader = await chooseReader(file)
  return reader.ok ? readBy(reader.value, file, options) : reader.error
}

async function readBy(reader: Reader, file: FileInput, options: ReadOptions): Promise<Answer> {
  const opened = await reader.open(file, options)
  if (!opened.ok) return opened.error
  try {
    return await readAll(opened.value)
  } catch (error) {
    if (error instanceof ReadingFailed) return error.failure
    throw error
  }
}

async function readAll(opened: OpenedFile): Promise<ReadTable> {
  const { fields, units, batches, report } = opened
  const rows: ReadTable['rows'][number][] = []
  const odd: ReadTable['odd'][number][] = []
  for await (const batch of batches()) {
    rows.push(...toRows(batch.table))
    odd.push(...batch.odd)
  }
  const types = Object.fromEntries(fields.map(({ name, type }) => [name, type]))
  return { fields, types, rows, odd, units, report: report() }
}
