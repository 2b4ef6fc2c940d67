import type { FileInput } from './file-input.ts'

/** All bytes of a file at once, for kinds that cannot be read from front to back. */
export async function readWhole(file: FileInput): Promise<Uint8Array> {
  let whole = new Uint8Array(file.size)
  let length = 0
  for await (const chunk of file.open()) {
    if (length + chunk.length > whole.length) {
      const larger = new Uint8Array(Math.max(length + chunk.length, whole.length * 2))
      larger.set(whole.subarray(0, length))
      whole = larger
    }
    whole.set(chunk, length)
    length += chunk.length
  }
  return whole.subarray(0, length)
}
