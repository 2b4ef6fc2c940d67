import { readColumn } from 'hyparquet/src/column.js'
import { DEFAULT_PARSERS } from 'hyparquet/src/convert.js'
import type { SchemaElement, SchemaTree } from 'hyparquet/src/types.js'
import type { Chunk } from './decode-chunk.ts'
import { isDecimal, scaleOf } from './parquet-types.ts'
import type { Column } from './table.ts'
import { TextMerger } from './text-merger.ts'
import { decimalText, textOf } from './value-text.ts'

/**
 * Decodes what `decodeChunk` does not support: decimals, delta encodings, struct members and rare types of other
 * writers.
 */
export function decodeGeneral(chunk: Chunk): Column {
  const { name, type } = chunk.field
  const described = chunk.element
  const toNumber = isDecimal(described) ? scaledNumber(scaleOf(described)) : plainNumber
  const values = leafValues(chunk)
  if (type !== 'text') return { name, type, values: Float64Array.from(values, toNumber) }
  const merger = new TextMerger()
  const toText = isDecimal(described)
    ? (value: unknown) => decimalText(unscaledOf(value), scaleOf(described))
    : (value: unknown) => textOf(value, described)
  const codes = Int32Array.from(values, (value) => (isMissing(value) ? -1 : merger.codeOf(toText(value))))
  return { name, type, codes, dictionary: merger.dictionary }
}

/** The values of one leaf, taken out of its structs; values in lists keep their lists. */
function leafValues(chunk: Chunk): readonly unknown[] {
  const values = rawValues(chunk)
  return chunk.within === null ? values : values.map(unwrapped)
}

/** The values hyparquet reads for one leaf, nested as in the schema. */
export function rawValues({ field, element: described, meta, rows, bytes, codecs, within }: Chunk): unknown[] {
  const element = needsOwnReading(described) ? withoutMeaning(described) : described
  const leaf: SchemaTree = { count: 1, element, children: [], path: [field.name] }
  const root: SchemaTree = { count: 2, element: { name: 'root', num_children: 1 }, children: [leaf], path: [] }
  const { data } = readColumn(
    { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 },
    { groupStart: 0, selectStart: 0, selectEnd: rows, groupRows: rows },
    {
      ...meta,
      pathInSchema: leaf.path,
      element,
      schemaPath: within === null ? [root, leaf] : [...within],
      parsers: DEFAULT_PARSERS,
      compressors: codecs,
      utf8: field.type === 'text' && isText(described),
    },
  )
  return data.flatMap((part) => Array.from<unknown>(part as ArrayLike<unknown>))
}

/** hyparquet returns a struct around a value as a list of one. */
function unwrapped(value: unknown): unknown {
  let inner = value
  while (Array.isArray(inner)) inner = inner[0]
  return inner
}

const isMissing = (value: unknown): value is null | undefined => value === null || value === undefined

const plainNumber = (value: unknown): number => (isMissing(value) ? Number.NaN : Number(value))

/** Untyped bytes may be text: many writers omit the annotation. */
const isText = ({ logical_type: logical, converted_type: converted }: SchemaElement): boolean =>
  logical?.type !== 'UUID' && converted !== 'INTERVAL'

/** Decimals are read as integers and divided here; hyparquet turns 0.83 into 0.8300000000000001. */
const needsOwnReading = (element: SchemaElement): boolean =>
  isDecimal(element) || ['INTERVAL', 'BSON', 'JSON'].includes(element.converted_type ?? '')

function withoutMeaning({
  name,
  type,
  type_length: length,
  repetition_type: repetition,
}: SchemaElement): SchemaElement {
  return {
    name,
    ...(type && { type }),
    ...(length && { type_length: length }),
    ...(repetition && { repetition_type: repetition }),
  }
}

const scaledNumber =
  (scale: number) =>
  (value: unknown): number =>
    plainNumber(value instanceof Uint8Array ? wholeNumber(value) : value) / 10 ** scale

/** The unscaled integer of a decimal. */
const unscaledOf = (value: unknown): bigint =>
  value instanceof Uint8Array ? wholeNumber(value) : BigInt(value as number | bigint)

/** Big-endian bytes as a signed integer. */
function wholeNumber(bytes: Uint8Array): bigint {
  let whole = 0n
  for (const byte of bytes) whole = (whole << 8n) | BigInt(byte)
  return BigInt.asIntN(bytes.length * 8, whole)
}
