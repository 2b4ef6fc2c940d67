import { snappyCompress } from 'hyparquet-writer/src/snappy.js'

/** Bytes that shrink by less than half are kept as they are: unpacking them takes longer than fetching them. */
const worthwhile = 0.5
const sample = 32_768

/** Snappy, or null where it is not worth it; long bytes are judged by a part of them first. */
export function compressIfSmaller(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length > sample * 4) {
    const middle = bytes.subarray(bytes.length >> 1, (bytes.length >> 1) + sample)
    if (snappyCompress(middle).length > sample * worthwhile) return null
  }
  const compressed = snappyCompress(bytes)
  return compressed.length < bytes.length * worthwhile ? compressed : null
}
