import { snappyCompress } from 'hyparquet-writer/src/snappy.js'

/** Maximum ratio of compressed to plain size; above it, decompressing takes longer than fetching the plain bytes. */
const worthwhile = 0.5
const sample = 32_768

/** Compresses with Snappy, or returns null above that ratio. For long input, a sample decides first. */
export function compressIfSmaller(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length > sample * 4) {
    const middle = bytes.subarray(bytes.length >> 1, (bytes.length >> 1) + sample)
    if (snappyCompress(middle).length > sample * worthwhile) return null
  }
  const compressed = snappyCompress(bytes)
  return compressed.length < bytes.length * worthwhile ? compressed : null
}
