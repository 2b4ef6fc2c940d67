import type { FileInput } from '#core/ingest/file-input.ts'
import type { ByteSource } from '#core/table/byte-source.ts'

/** Who looks at the head of a file needs little; who reads on gets larger pieces, each of which costs a way to the browser. */
const firstPiece = 1 << 16
const largestPiece = 1 << 22

/** The bytes of a Blob by their place. */
export const blobSource = (file: Blob): ByteSource => ({
  byteLength: file.size,
  slice: (start, end) => file.slice(start, end).arrayBuffer(),
})

/** A file of the browser as the readers take it: never whole in memory, the next piece asked for while one is used. */
export function blobFile(name: string, file: Blob): FileInput {
  const { slice } = blobSource(file)
  async function* open(): AsyncGenerator<Uint8Array> {
    let [start, length] = [0, firstPiece]
    let next = slice(0, length)
    while (start < file.size) {
      const bytes = new Uint8Array(await next)
      start += bytes.length
      length = Math.min(largestPiece, length * 4)
      next = slice(start, start + length)
      // An abandoned read must not end the worker; who reads on meets the failure when awaiting it.
      next.catch(() => null)
      yield bytes
    }
  }
  return { name, size: file.size, open, slice }
}
