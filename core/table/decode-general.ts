import { readColumn } from 'hyparquet/src/column.js'
import { DEFAULT_PARSERS } from 'hyparquet/src/convert.js'
import type { SchemaElement, SchemaTree } from 'hyparquet/src/types.js'
import type { Chunk } from './decode-chunk.ts'
import { scaleOf } from './parquet-types.ts'
import type { Column } from './table.ts'
import { TextMerger } from './text-merger.ts'

/** Reads what `decodeChunk` cannot: decimals, delta encodings and the rarer types of files other programs wrote. */
export function decodeGeneral({ field: { name, type }, element: described, meta, rows, bytes }: Chunk): Column {
  const toNumber = isDecimal(described) ? scaledNumber(scaleOf(described)) : plainNumber
  const element = isDecimal(described) ? withoutMeaning(described) : described
  const leaf: SchemaTree = { count: 1, element, children: [], path: [name] }
  const root: SchemaTree = { count: 2, element: { name: 'root', num_children: 1 }, children: [leaf], path: [] }
  const { data } = readColumn(
    { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 },
    { groupStart: 0, selectStart: 0, selectEnd: rows, groupRows: rows },
    {
      ...meta,
      pathInSchema: [name],
      element,
      schemaPath: [root, leaf],
      parsers: DEFAULT_PARSERS,
      utf8: type === 'text',
    },
  )
  const values = data.flatMap((part) => Array.from<unknown>(part as ArrayLike<unknown>))
  if (type !== 'text') return { name, type, values: Float64Array.from(values, toNumber) }
  const merger = new TextMerger()
  const codes = Int32Array.from(values, (value) => (isMissing(value) ? -1 : merger.codeOf(toText(value))))
  return { name, type, codes, dictionary: merger.dictionary }
}

const isMissing = (value: unknown): value is null | undefined => value === null || value === undefined

const plainNumber = (value: unknown): number => (isMissing(value) ? Number.NaN : Number(value))

/** Read as whole numbers and divided here: hyparquet's own reading of decimals turns 0.83 into 0.8300000000000001. */
const isDecimal = ({ logical_type: logical, converted_type: converted }: SchemaElement): boolean =>
  logical?.type === 'DECIMAL' || converted === 'DECIMAL'

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

/** Bytes as a signed number, highest first. */
function wholeNumber(bytes: Uint8Array): bigint {
  let whole = 0n
  for (const byte of bytes) whole = (whole << 8n) | BigInt(byte)
  return BigInt.asIntN(bytes.length * 8, whole)
}

function toText(value: unknown): string {
  if (value instanceof Uint8Array) return new TextDecoder().decode(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
