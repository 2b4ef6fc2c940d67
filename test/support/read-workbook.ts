import { readers } from '#core/ingest/registry.ts'
import type { ReadOptions } from '#core/ingest/reader.ts'
import type { FileInput } from '#core/ingest/file-input.ts'
import { toRows } from '#core/table/table.ts'
import type { ReadTable } from './table-files.ts'

/** All of a file at once, by one reader; its failure's code and sentence where it fails. */
export async function readWith(
  reader: keyof typeof readers,
  file: FileInput,
  options: ReadOptions = {},
): Promise<ReadTable | { readonly code: string; readonly message: string }> {
  const opened = await readers[reader].open(file, options)
  if (!opened.ok) return opened.error
  const { fields, units, batches, report } = opened.value
  const rows: ReadTable['rows'][number][] = []
  const odd: ReadTable['odd'][number][] = []
  for await (const batch of batches()) {
    rows.push(...toRows(batch.table))
    odd.push(...batch.odd)
  }
  const types = Object.fromEntries(fields.map(({ name, type }) => [name, type]))
  return { fields, types, rows, odd, units, report: report() }
}
