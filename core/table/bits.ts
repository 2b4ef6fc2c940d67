/**
 * Packs codes of `width` bits each, least significant bit first, padded to a multiple of eight codes as Parquet
 * requires. `width` is at most 24.
 */
export function packBits(codes: Int32Array, width: number): Uint8Array {
  const packed = new Uint8Array(Math.ceil(codes.length / 8) * width)
  let [buffer, bits, at] = [0, 0, 0]
  for (let index = 0; index < codes.length; index++) {
    buffer |= (codes[index] as number) << bits
    bits += width
    while (bits >= 8) {
      packed[at++] = buffer & 0xff
      buffer >>>= 8
      bits -= 8
    }
  }
  if (bits > 0) packed[at] = buffer & 0xff
  return packed
}

/** A read position in a byte array. */
export type Cursor = { readonly bytes: Uint8Array; at: number }

/** Decodes Parquet's RLE/bit-packed hybrid into `out`. `width` is at most 24. */
export function readRuns(cursor: Cursor, width: number, out: Int32Array): void {
  let filled = 0
  while (filled < out.length) {
    const header = readVarint(cursor)
    const count = Math.min(out.length - filled, header & 1 ? (header >>> 1) * 8 : header >>> 1)
    if (header & 1) {
      const start = cursor.at
      unpackBits(cursor, width, out.subarray(filled, filled + count))
      cursor.at = start + (header >>> 1) * width
    } else {
      out.fill(readLittle(cursor, (width + 7) >> 3), filled, filled + count)
    }
    if (count === 0 && cursor.at >= cursor.bytes.length) throw new RangeError('Parquet page ends too early')
    filled += count
  }
}

function unpackBits({ bytes, at }: Cursor, width: number, out: Int32Array): void {
  // Each code is read from two 32-bit words, so no code needs a branch. The bytes are copied because words must be
  // aligned and the last code reads one extra word.
  const words = new Int32Array(Math.ceil((out.length * width) / 32) + 1)
  const packed = bytes.subarray(at, at + Math.ceil((out.length * width) / 8))
  if (packed.length * 8 < out.length * width) throw new RangeError('Parquet page ends too early')
  new Uint8Array(words.buffer).set(packed)
  const mask = (1 << width) - 1
  for (let index = 0, bit = 0; index < out.length; index++, bit += width) {
    const word = bit >>> 5
    const shift = bit & 31
    out[index] = (((words[word] as number) >>> shift) | (((words[word + 1] as number) << 1) << (31 - shift))) & mask
  }
}

function readLittle(cursor: Cursor, size: number): number {
  let value = 0
  for (let index = 0; index < size; index++) value |= (cursor.bytes[cursor.at++] ?? 0) << (8 * index)
  return value
}

function readVarint(cursor: Cursor): number {
  let [value, shift, byte] = [0, 0, 0]
  do {
    byte = cursor.bytes[cursor.at++] ?? 0
    value |= (byte & 0x7f) << shift
    shift += 7
  } while (byte & 0x80)
  return value >>> 0
}

/** Bits per code for codes below `size`; at least 1. */
export const bitsFor = (size: number): number => Math.max(1, 32 - Math.clz32(Math.max(0, size - 1)))
