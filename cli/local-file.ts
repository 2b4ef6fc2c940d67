import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail } from '#core/errors.ts'
import type { FileInput } from '#core/ingest/file-input.ts'
import { ok, type Result } from '#core/result.ts'

const chunkSize = 1 << 18

/** A file on this machine, to be read as often as needed. */
export async function localFile(path: string): Promise<Result<FileInput>> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) return fail('file/missing', { path })
  return ok({
    name: basename(path),
    size: found.size,
    open: () => createReadStream(path, { highWaterMark: chunkSize }),
  })
}
