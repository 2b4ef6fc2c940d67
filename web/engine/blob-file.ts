import type { FileInput } from '#core/ingest/file-input.ts'
import type { ByteSource } from '#core/table/byte-source.ts'

const pieceBytes = 1 << 20

/** The bytes of a Blob by their place. */
export const blobSource = (file: Blob): ByteSource => ({
  byteLength: file.size,
  slice: (start, end) => file.slice(start, end).arrayBuffer(),
})

/** A file of the browser as the readers take it: never whole in memory, the next piece asked for while one is used. */
export function blobFile(name: string, file: Blob): FileInput {
  const { slice } = blobSource(file)
  async function* open(): AsyncGenerator<Uint8Array> {
    let next = slice(0, pieceBytes)
    for (let start = 0; start < file.size; start += pieceBytes) {
      const bytes = new Uint8Array(await next)
      next = slice(start + pieceBytes, start + 2 * pieceBytes)
      // An abandoned read must not end the worker; who reads on meets the failure when awaiting it.
      next.catch(() => null)
      yield bytes
    }
  }
  return { name, size: file.size, open, slice }
}
