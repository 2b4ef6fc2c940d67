import { readColumn } from 'hyparquet/src/column.js'
import { DEFAULT_PARSERS } from 'hyparquet/src/convert.js'
import type { SchemaTree } from 'hyparquet/src/types.js'
import type { Chunk } from './decode-chunk.ts'
import type { Column } from './table.ts'
import { TextMerger } from './text-merger.ts'

/** Reads what `decodeChunk` cannot: decimals, delta encodings and the rarer types of files other programs wrote. */
export function decodeGeneral({ field: { name, type }, element, meta, rows, bytes }: Chunk): Column {
  const leaf: SchemaTree = { count: 1, element, children: [], path: [name] }
  const root: SchemaTree = { count: 2, element: { name: 'root', num_children: 1 }, children: [leaf], path: [] }
  const { data } = readColumn(
    { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 },
    { groupStart: 0, selectStart: 0, selectEnd: rows, groupRows: rows },
    { ...meta, pathInSchema: [name], element, schemaPath: [root, leaf], parsers: DEFAULT_PARSERS },
  )
  const values = data.flatMap((part) => Array.from<unknown>(part as ArrayLike<unknown>))
  if (type !== 'text') return { name, type, values: Float64Array.from(values, toNumber) }
  const merger = new TextMerger()
  const codes = Int32Array.from(values, (value) => (isMissing(value) ? -1 : merger.codeOf(toText(value))))
  return { name, type, codes, dictionary: merger.dictionary }
}

const isMissing = (value: unknown): value is null | undefined => value === null || value === undefined

const toNumber = (value: unknown): number => (isMissing(value) ? Number.NaN : Number(value))

function toText(value: unknown): string {
  if (value instanceof Uint8Array) return new TextDecoder().decode(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
