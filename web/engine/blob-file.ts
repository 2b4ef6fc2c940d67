import type { FileInput } from '#core/ingest/file-input.ts'
import type { ByteSource } from '#core/table/byte-source.ts'

/** Bytes of the first piece; later ones are larger, because each read has a fixed cost. */
const firstPiece = 1 << 16
const largestPiece = 1 << 22

/** A Blob as a byte source. */
export const blobSource = (file: Blob): ByteSource => ({
  byteLength: file.size,
  slice: (start, end) => file.slice(start, end).arrayBuffer(),
})

/** A browser file for readers: streamed, with one piece prefetched. */
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
      // If the reader stops, this rejection must stay handled; if it continues, it awaits the failure.
      next.catch(() => null)
      yield bytes
    }
  }
  return { name, size: file.size, open, slice }
}
