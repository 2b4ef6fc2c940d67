import type { Profile } from '#core/profile/profile.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Outcome, Problem } from '../transport.ts'
import type { CopyContent } from './copy-record.ts'

const megabyte = 1_000_000

/**
 * Maximum Parquet bytes of a copy. A slow mobile connection (10 Mbit/s) needs 13 seconds for them, and twelve copies
 * take 192 MB of the device.
 */
const maxCopyBytes = 16 * megabyte

/** Calls to the server for the parts of a dataset that answers need. */
export type CopyServer = {
  readonly model: (dataset: string) => Promise<Outcome<SemanticModel>>
  readonly profile: (dataset: string) => Promise<Outcome<Profile>>
  /** Bytes of the dataset's Parquet file. */
  readonly size: (dataset: string) => Promise<Outcome<number>>
  readonly rows: (dataset: string) => Promise<Outcome<Blob>>
}

const tooLarge = (bytes: number): Problem => ({
  code: 'copy/too-large',
  status: 0,
  message: 'Without a connection this dataset cannot be asked, because it is too large to be copied to this device.',
  hint: `It has ${Math.ceil(bytes / megabyte)} MB; at most ${maxCopyBytes / megabyte} MB are copied. Ask again when there is a connection.`,
})

const partOnly: Problem = {
  code: 'copy/part-only',
  status: 0,
  message:
    'Without a connection this dataset cannot be asked: you see a part of it, so it is not copied to this device.',
  hint: 'Ask again when there is a connection.',
}

/** The reason for which a dataset is never copied; null where a later attempt may succeed. */
function lastingReason(problem: Problem): Problem | null {
  if (problem.code === 'access/part-only') return partOnly
  return problem.code === 'copy/too-large' ? problem : null
}

async function fetchRows(id: string, server: CopyServer): Promise<Outcome<Blob>> {
  const size = await server.size(id)
  if (!size.ok) return size
  return size.value > maxCopyBytes ? { ok: false, error: tooLarge(size.value) } : server.rows(id)
}

async function fetchAll(id: string, known: Blob | null, server: CopyServer): Promise<Outcome<CopyContent>> {
  const rows = known ? ({ ok: true, value: known } as const) : await fetchRows(id, server)
  if (!rows.ok) return rows
  const [model, profile] = await Promise.all([server.model(id), server.profile(id)])
  if (!model.ok) return model
  if (!profile.ok) return profile
  return { ok: true, value: { rows: rows.value, model: model.value, profile: profile.value } }
}

/** Reads what a copy consists of, or why it is never copied; null if the attempt failed. `known`: its rows. */
export async function fetchContent(id: string, known: Blob | null, server: CopyServer): Promise<CopyContent | null> {
  const read = await fetchAll(id, known, server)
  if (read.ok) return read.value
  const problem = lastingReason(read.error)
  return problem && { problem }
}
