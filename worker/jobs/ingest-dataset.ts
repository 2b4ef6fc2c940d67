import { createHash } from 'node:crypto'
import type { Failure } from '#core/errors.ts'
import type { ReadChoices } from '#core/ingest/choices.ts'
import type { FileInput } from '#core/ingest/file-input.ts'
import { loadFile } from '#core/profile/load-file.ts'
import { ok, type Result } from '#core/result.ts'
import type { ByteSource } from '#core/table/byte-source.ts'
import type { ObjectWriter } from '../adapters/object-writer.ts'
import { cleanAsBefore } from '../data/clean-version.ts'
import { finishVersion } from '../data/finish-version.ts'
import { folderFiles, originalFile } from '../data/folder.ts'
import { giveTurn } from '../data/take-turns.ts'
import type { Version } from '../db/datasets.ts'
import { type MakeDeps, versionJob } from './version-job.ts'

type Hashed = { readonly file: FileInput; readonly sha256: () => string | null }

/** A stored upload, readable as a stream or by range. */
type Stored = { readonly read: () => AsyncIterable<Uint8Array>; readonly source: ByteSource }

/** A file whose SHA-256 is known after a full read. */
function hashed(name: string, { read, source }: Stored): Hashed {
  let known: string | null = null
  async function* open(): AsyncGenerator<Uint8Array> {
    const hash = known === null ? createHash('sha256') : null
    for await (const piece of read()) {
      hash?.update(piece)
      yield piece
    }
    known ??= hash?.digest('hex') ?? null
  }
  return { file: { name, size: source.byteLength, open, slice: source.slice }, sha256: () => known }
}

/** A file and the user's reading choices. */
type Work = { readonly file: FileInput; readonly choices: ReadChoices | null }

/** Keeps the written bytes only if the file was read completely. */
async function load({ progress, signal }: MakeDeps, { file, choices }: Work, writer: ObjectWriter) {
  try {
    const loaded = await loadFile(file, {
      write: writer.write,
      pause: giveTurn,
      progress,
      signal,
      choices: choices ?? {},
    })
    if (loaded.ok) await writer.finish()
    else await writer.abort()
    return loaded
  } catch (error) {
    await writer.abort()
    throw error
  }
}

async function make(deps: MakeDeps, version: Version): Promise<Result<null, Failure>> {
  const { files } = deps
  const original = originalFile(version.folder, version.fileName)
  const source = await files.source(original)
  if (source === null) throw new Error(`The file ${original} is gone`)
  deps.progress(0)
  const { file, sha256 } = hashed(version.fileName, { source, read: () => files.read(original, source.byteLength) })
  const loaded = await load(deps, { file, choices: version.choices }, files.writer(folderFiles(version.folder).data))
  if (!loaded.ok) return loaded
  await finishVersion(deps, version, { profile: loaded.value.profile, sha256: sha256() })
  await cleanAsBefore(deps, version)
  return ok(null)
}

export const ingestDataset = versionJob({
  summary: 'Read an uploaded file into Parquet, and profile it in the same pass.',
  title: 'Reading the file',
  make,
})
