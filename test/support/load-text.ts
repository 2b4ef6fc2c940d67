import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { memoryFile } from '#core/ingest/memory-file.ts'
import { loadFile } from '#core/profile/load-file.ts'
import type { Profile } from '#core/profile/profile.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { parquetSource } from '#core/table/parquet-source.ts'
import type { Source } from '#core/table/source.ts'

export type LoadedText = { readonly profile: Profile; readonly model: SemanticModel; readonly source: Source }

async function load(name: string, bytes: Uint8Array): Promise<LoadedText | null> {
  const parts: Uint8Array[] = []
  const loaded = await loadFile(memoryFile(name, bytes), {
    write: (part) => void parts.push(part.slice()),
    progress: () => {},
  })
  if (!loaded.ok) return null
  const parquet = new Uint8Array(Buffer.concat(parts))
  const source = await parquetSource({
    byteLength: parquet.length,
    slice: async (start, end) => parquet.buffer.slice(start, end),
  })
  if (!source.ok) return null
  const { profile } = loaded.value
  return { profile, model: generateModel({ dataset: 'd', name }, profile), source: source.value }
}

/** A CSV text by the product's own path: read, typed, profiled, modelled, open for queries. */
export async function loadText(name: string, text: string): Promise<LoadedText> {
  const loaded = await load(name, new TextEncoder().encode(text))
  if (loaded === null) throw new Error(`${name} could not be loaded`)
  return loaded
}

/** A file the same way; null where the product refuses it. */
export const loadPath = (path: string): Promise<LoadedText | null> => load(basename(path), readFileSync(path))
