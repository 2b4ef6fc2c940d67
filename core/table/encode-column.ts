import type { Encoding } from 'hyparquet/src/types.js'
import { bitsFor, packBits } from './bits.ts'
import { numberDictionary } from './number-dictionary.ts'
import type { Column, NumberColumn, TextColumn } from './table.ts'
import { day } from './time-units.ts'

/** A column in Parquet's physical encoding, before paging and compression. */
export type EncodedColumn = {
  /** The distinct values, if rows are stored as codes. */
  readonly dictionary: { readonly bytes: Uint8Array; readonly size: number } | null
  readonly encoding: Extract<Encoding, 'PLAIN' | 'RLE_DICTIONARY'>
  /** Definition levels: 1 for a value, 0 for null. */
  readonly levels: Uint8Array
  readonly values: Uint8Array
  readonly nulls: number
}

/** Separates a column's nulls from its values. Text always gets a dictionary; numbers get one if they repeat. */
export const encodeColumn = (column: Column): EncodedColumn =>
  column.type === 'text' ? encodeText(column) : encodeNumbers(column)

function encodeNumbers(column: NumberColumn): EncodedColumn {
  const { present, levels, nulls } = withoutNulls(column.values)
  const toBytes = physical[column.type]
  const repeated = column.type === 'boolean' ? null : numberDictionary(present)
  if (!repeated) return { dictionary: null, encoding: 'PLAIN', levels, values: toBytes(present), nulls }
  const { numbers, codes } = repeated
  const dictionary = { bytes: toBytes(numbers), size: numbers.length }
  return { dictionary, encoding: 'RLE_DICTIONARY', levels, values: encodeCodes(codes, numbers.length), nulls }
}

/** The code width, then all codes as one bit-packed run. */
function encodeCodes(codes: Int32Array, size: number): Uint8Array {
  const width = bitsFor(size)
  const header = Uint8Array.from([width, ...varint(Math.ceil(codes.length / 8) * 2 + 1)])
  return concat([header, packBits(codes, width)])
}

function withoutNulls(values: Float64Array): { present: Float64Array; levels: Uint8Array; nulls: number } {
  const has = new Int32Array(values.length)
  const present = new Float64Array(values.length)
  let count = 0
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    if (value !== value) continue
    has[row] = 1
    present[count++] = value
  }
  const nulls = values.length - count
  return { present: present.subarray(0, count), levels: encodeLevels(has, nulls), nulls }
}

const physical: Record<NumberColumn['type'], (values: Float64Array) => Uint8Array> = {
  boolean: (values) => packBits(Int32Array.from(values), 1),
  integer: toInt64,
  decimal: (values) => new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
  date: (values) => new Uint8Array(Int32Array.from(values, (value) => Math.floor(value / day)).buffer),
  timestamp: toInt64,
  duration: toInt64,
}

const word = 4_294_967_296

/** Writes two 32-bit halves per value; a BigInt per value is slower. */
function toInt64(values: Float64Array): Uint8Array {
  const halves = new Int32Array(values.length * 2)
  for (let index = 0; index < values.length; index++) {
    const value = Math.floor(values[index] as number)
    const high = Math.floor(value / word)
    if (!(high >= -0x8000_0000 && high < 0x8000_0000)) throw new RangeError(`${value} does not fit in 64 bits`)
    halves[index * 2] = (value - high * word) | 0
    halves[index * 2 + 1] = high
  }
  return new Uint8Array(halves.buffer)
}

/** One RLE run if all levels are equal, bit-packed otherwise. */
function encodeLevels(has: Int32Array, nulls: number): Uint8Array {
  if (nulls === 0 || nulls === has.length) return Uint8Array.of(...varint(has.length * 2), nulls === 0 ? 1 : 0)
  return concat([Uint8Array.from(varint(Math.ceil(has.length / 8) * 2 + 1)), packBits(has, 1)])
}

function encodeText({ codes, dictionary }: TextColumn): EncodedColumn {
  const has = new Int32Array(codes.length)
  const present = new Int32Array(codes.length)
  const { texts, codeOf } = compact(codes, dictionary)
  let count = 0
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number
    if (code < 0) continue
    has[row] = 1
    present[count++] = codeOf[code] as number
  }
  const nulls = codes.length - count
  const levels = encodeLevels(has, nulls)
  if (count === 0) return { dictionary: null, encoding: 'PLAIN', levels, values: new Uint8Array(0), nulls }
  return {
    dictionary: { bytes: lengthPrefixed(texts), size: texts.length },
    encoding: 'RLE_DICTIONARY',
    levels,
    values: encodeCodes(present.subarray(0, count), texts.length),
    nulls,
  }
}

/** Keeps only the texts that these rows use, in order of first occurrence. */
function compact(codes: Int32Array, dictionary: readonly string[]): { texts: string[]; codeOf: Int32Array } {
  const codeOf = new Int32Array(dictionary.length).fill(-1)
  const texts: string[] = []
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number
    if (code < 0 || (codeOf[code] as number) >= 0) continue
    codeOf[code] = texts.length
    texts.push(dictionary[code] as string)
  }
  return { texts, codeOf }
}

/** UTF-8 texts, each preceded by its length in four bytes. */
function lengthPrefixed(texts: readonly string[]): Uint8Array {
  const encoder = new TextEncoder()
  let units = 0
  for (const text of texts) units += text.length
  let bytes = new Uint8Array(units + texts.length * 4)
  let at = 0
  const write = (text: string, encoded: Uint8Array | null): void => {
    const size = encoded ? encoded.length : text.length
    if (at + 4 + size > bytes.length) bytes = grown(bytes, at + 4 + size)
    for (let shift = 0; shift < 32; shift += 8) bytes[at++] = (size >>> shift) & 0xff
    if (encoded) bytes.set(encoded, at)
    else for (let index = 0; index < size; index++) bytes[at + index] = text.charCodeAt(index)
    at += size
  }
  for (const text of texts) write(text, isAscii(text) ? null : encoder.encode(text))
  return bytes.subarray(0, at)
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 127) return false
  return true
}

function grown(bytes: Uint8Array, atLeast: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(atLeast, bytes.length * 2))
  larger.set(bytes)
  return larger
}

function varint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  while (rest > 127) {
    bytes.push((rest & 127) | 128)
    rest >>>= 7
  }
  return [...bytes, rest]
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
