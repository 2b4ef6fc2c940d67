import { fail } from '../errors.ts'
import type { ReadChoices } from '../ingest/choices.ts'
import type { FileInput } from '../ingest/file-input.ts'
import { ReadingFailed } from '../ingest/reading-failed.ts'
import { chooseReader } from '../ingest/sniff.ts'
import { ok, type Result } from '../result.ts'
import { createParquetWriter } from '../table/parquet-writer.ts'
import type { Field } from '../table/table.ts'
import type { Profile } from './profile.ts'
import { Profiler } from './profiler.ts'

/** Where a loaded file goes, how the one who waits is told, and what a person decided about reading it. */
export type LoadOptions = {
  /** Takes the next bytes of a Parquet file. */
  readonly write: (bytes: Uint8Array) => Promise<void> | void
  /** From 0 to 1. */
  readonly progress: (fraction: number) => void
  readonly signal?: AbortSignal
  readonly choices?: ReadChoices
}

export type LoadedTable = { readonly fields: readonly Field[]; readonly profile: Profile }

/** Reads a file of any known kind: Parquet goes where the options say, what its columns hold comes back. */
export async function loadFile(file: FileInput, options: LoadOptions): Promise<Result<LoadedTable>> {
  const { progress, signal, choices = {} } = options
  const chosen = await chooseReader(file)
  if (!chosen.ok) return chosen
  const opened = await chosen.value.open(file, { choices, progress, ...(signal === undefined ? {} : { signal }) })
  if (!opened.ok) return opened
  const { fields, batches, report } = opened.value
  const profiler = new Profiler(fields, opened.value)
  const parquet = createParquetWriter(fields, options.write)
  try {
    for await (const batch of batches()) {
      profiler.add(batch)
      await parquet.append(batch.table)
    }
  } catch (error) {
    if (error instanceof ReadingFailed) return { ok: false, error: error.failure }
    throw error
  }
  if (signal?.aborted) return fail('file/stopped', { name: file.name })
  const profile = profiler.finish(report())
  if (profile.rows === 0) return fail('file/no-rows', { name: file.name })
  await parquet.finish()
  progress(1)
  return ok({ fields, profile })
}
