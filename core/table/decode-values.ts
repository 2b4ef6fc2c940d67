import type { ParquetType } from 'hyparquet/src/types.js'

type Plain = { readonly type: ParquetType; readonly scale: number; readonly count: number }

/** Decodes PLAIN numbers, multiplied by `scale`. */
export function decodeNumbers(bytes: Uint8Array, { type, scale, count }: Plain): Float64Array {
  const values = unscaled(bytes, type, count)
  if (scale > 1) for (let index = 0; index < count; index++) values[index] = (values[index] as number) * scale
  if (scale >= 1) return values
  const divisor = Math.round(1 / scale)
  for (let index = 0; index < count; index++) values[index] = (values[index] as number) / divisor
  return values
}

function unscaled(bytes: Uint8Array, type: ParquetType, count: number): Float64Array {
  if (type === 'BOOLEAN') return decodeBits(bytes, count)
  if (type === 'INT64') return decodeInt64(new Int32Array(aligned(bytes, count * 8)))
  if (type === 'DOUBLE') return new Float64Array(aligned(bytes, count * 8))
  const buffer = aligned(bytes, count * 4)
  return Float64Array.from(type === 'FLOAT' ? new Float32Array(buffer) : new Int32Array(buffer))
}

/** An aligned buffer that starts with these bytes; copies only a view into a larger buffer. */
function aligned(bytes: Uint8Array, size: number): ArrayBuffer {
  if (bytes.byteLength < size) throw new RangeError('Parquet page ends too early')
  const { buffer } = bytes
  if (bytes.byteOffset === 0 && buffer.byteLength === size && buffer instanceof ArrayBuffer) return buffer
  return bytes.slice(0, size).buffer as ArrayBuffer
}

const word = 4_294_967_296

/** Combines two 32-bit halves; a BigInt per value is slower. */
function decodeInt64(halves: Int32Array): Float64Array {
  const values = new Float64Array(halves.length >> 1)
  for (let index = 0; index < values.length; index++) {
    values[index] = (halves[index * 2 + 1] as number) * word + ((halves[index * 2] as number) >>> 0)
  }
  return values
}

function decodeBits(bytes: Uint8Array, count: number): Float64Array {
  const values = new Float64Array(count)
  for (let index = 0; index < count; index++) values[index] = ((bytes[index >> 3] as number) >> (index & 7)) & 1
  return values
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Decodes PLAIN texts, each preceded by its length in four bytes. */
export function decodeTexts(bytes: Uint8Array, count: number): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = decoder.decode(bytes)
  // If every byte decoded to one character, texts are slices of one string: ten times as fast as decoding each.
  const isOneToOne = whole.length === bytes.length
  const texts: string[] = []
  for (let at = 0; texts.length < count;) {
    const start = at + 4
    at = start + view.getUint32(at, true)
    if (at > bytes.length) throw new RangeError('Parquet page ends too early')
    texts.push(isOneToOne ? whole.slice(start, at) : decoder.decode(bytes.subarray(start, at)))
  }
  return texts
}
