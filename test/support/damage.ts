import { ReadingFailed } from '#core/ingest/reading-failed.ts'
import { chooseReader } from '#core/ingest/sniff.ts'
import type { Failure } from '#core/errors.ts'
import type { FileInput } from '#core/ingest/file-input.ts'
import type { Batch, OpenedFile } from '#core/ingest/reader.ts'
import type { Random } from './random.ts'

/** A few bytes changed, put in, left out, repeated, or the end cut off. */
export function damaged(bytes: Uint8Array, { below, next }: Random): Uint8Array {
  let whole = Buffer.from(bytes)
  const hits = 1 + below(8)
  for (let hit = 0; hit < hits; hit++) {
    const at = below(whole.length)
    const kind = next() * 6
    if (kind < 4) whole[at] = kind < 2 ? below(256) : (whole[at] ?? 0) ^ (1 << below(8))
    else if (kind < 4.5) whole = Buffer.concat([whole.subarray(0, at), whole.subarray(at + 1 + below(9))])
    else if (kind < 5) whole = Buffer.concat([whole.subarray(0, at + below(60)), whole.subarray(at)])
    else if (kind < 5.5) whole.fill(below(2) * 255, at, Math.min(whole.length, at + 1 + below(8)))
    else if (hit === 0) whole = whole.subarray(0, at)
    if (whole.length === 0) whole = Buffer.from([0])
  }
  return new Uint8Array(whole)
}

/** What became of a file: its rows, or what was said of it. */
export type Outcome =
  | { readonly kind: 'read'; readonly rows: number; readonly odd: number; readonly said: number }
  | { readonly kind: 'refused'; readonly failure: Failure }

function check({ table, firstRow }: Batch, fields: number, rows: number): void {
  const isWhole = table.columns.every((column) =>
    column.type === 'text' ? column.codes.length === table.rows : column.values.length === table.rows,
  )
  if (firstRow !== rows || table.columns.length !== fields || !isWhole)
    throw new Error('A batch does not fit the others')
}

async function drained({ fields, batches, report }: OpenedFile): Promise<Outcome> {
  let [rows, odd] = [0, 0]
  for await (const batch of batches()) {
    check(batch, fields.length, rows)
    rows += batch.table.rows
    odd += batch.odd.length
  }
  return { kind: 'read', rows, odd, said: report().rowsRead }
}

/** Reads a file to its end by the reader that fits it. Throws only where the product would break. */
export async function outcomeOf(file: FileInput): Promise<Outcome> {
  const reader = await chooseReader(file)
  if (!reader.ok) return { kind: 'refused', failure: reader.error }
  const opened = await reader.value.open(file, {})
  if (!opened.ok) return { kind: 'refused', failure: opened.error }
  try {
    return await drained(opened.value)
  } catch (error) {
    if (error instanceof ReadingFailed) return { kind: 'refused', failure: error.failure }
    throw error
  }
}
