import { fail } from '../errors.ts'
import type { FileInput } from '../ingest/file-input.ts'
import type { Result } from '../result.ts'
import type { Field } from '../table/table.ts'
import type { Profile } from './profile.ts'

/** Where a loaded file goes, and how the one who waits is told. */
export type LoadSink = {
  /** Takes the next bytes of a Parquet file. */
  readonly write: (bytes: Uint8Array) => Promise<void> | void
  /** From 0 to 1. */
  readonly progress: (fraction: number) => void
  readonly signal?: AbortSignal
}

/** Reads a file of any known kind: Parquet goes to the sink, what its columns hold comes back. */
export async function loadFile(
  file: FileInput,
  _sink: LoadSink,
): Promise<Result<{ readonly fields: readonly Field[]; readonly profile: Profile }>> {
  return fail('file/stopped', { name: file.name })
}
