import type { FileInput } from './file-input.ts'

const usualChunk = 1 << 16

/** A file whose bytes are all at hand; opened, it arrives in chunks. */
export const memoryFile = (name: string, bytes: Uint8Array, chunkSize = usualChunk): FileInput => ({
  name,
  size: bytes.length,
  open: async function* () {
    for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.slice(at, at + chunkSize)
  },
  slice: (start, end) => Promise.resolve(Uint8Array.from(bytes.subarray(start, end)).buffer),
})
