import type { ReadChoices } from '#core/ingest/choices.ts'
import { loadFile } from '#core/profile/load-file.ts'
import type { Profile } from '#core/profile/profile.ts'
import { ok, type Result } from '#core/result.ts'
import { parquetSource } from '#core/table/parquet-source.ts'
import type { Source } from '#core/table/source.ts'
import type { Field } from '#core/table/table.ts'
import { localFile } from './local-file.ts'

export type LoadedFile = {
  readonly fields: readonly Field[]
  readonly profile: Profile
  readonly source: Source
  /** The Parquet file. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A file on this machine by the product's own path: read, typed, profiled, and open for queries. */
export async function loadLocal(path: string, choices: ReadChoices = {}): Promise<Result<LoadedFile>> {
  const file = await localFile(path)
  if (!file.ok) return file
  const parts: Uint8Array[] = []
  const loaded = await loadFile(file.value, { write: (part) => void parts.push(part), progress: () => {}, choices })
  if (!loaded.ok) return loaded
  const bytes = new Uint8Array(Buffer.concat(parts))
  const source = await parquetSource({
    byteLength: bytes.length,
    slice: async (start, end) => bytes.buffer.slice(start, end),
  })
  return source.ok ? ok({ ...loaded.value, source: source.value, bytes }) : source
}
