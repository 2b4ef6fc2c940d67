import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail } from '#core/errors.ts'
import type { FileInput } from '#core/ingest/file-input.ts'
import { ok, type Result } from '#core/result.ts'

const chunkSize = 1 << 18

/** Bytes from `start` to `end`, or to the end of the file. */
async function sliceOf(path: string, start: number, end: number): Promise<ArrayBuffer> {
  const file = await open(path)
  try {
    const bytes = new Uint8Array(Math.max(0, end - start))
    let length = 0
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, start + length)
      if (bytesRead === 0) return bytes.buffer.slice(0, length)
      length += bytesRead
    }
    return bytes.buffer
  } finally {
    await file.close()
  }
}

/** A local file that can be read repeatedly. */
export async function localFile(path: string): Promise<Result<FileInput>> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) return fail('file/missing', { path })
  return ok({
    name: basename(path),
    size: found.size,
    open: () => createReadStream(path, { highWaterMark: chunkSize }),
    slice: (start, end) => sliceOf(path, start, Math.min(end, found.size)),
  })
}
