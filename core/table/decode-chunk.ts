import { parquetHeader } from 'hyparquet/src/column.js'
import { decompressPage } from 'hyparquet/src/datapage.js'
import type { ColumnMetaData, Compressors, PageHeader, SchemaElement, SchemaTree } from 'hyparquet/src/types.js'
import { type Cursor, readRuns } from './bits.ts'
import { decodeNumbers, decodeTexts } from './decode-values.ts'
import { isPlainNumber, isPlainText, unitOf } from './parquet-types.ts'
import type { Column, Field } from './table.ts'
import { TextMerger } from './text-merger.ts'

/** One column chunk: a column of one row group as stored. */
export type Chunk = {
  readonly field: Field
  readonly element: SchemaElement
  readonly meta: ColumnMetaData
  readonly rows: number
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Schema path from the root to a leaf inside structs or lists; null for a top-level column. */
  readonly within: readonly SchemaTree[] | null
  /** Decompressors besides Snappy that the file needs. */
  readonly codecs: Compressors
}

/** A decompressed data page: definition levels and value bytes. */
type Page = {
  readonly rows: number
  /** Per row 1 for a value and 0 for null; null if every row has a value. */
  readonly levels: Int32Array | null
  readonly count: number
  readonly isCoded: boolean
  readonly isRuns: boolean
  readonly cursor: Cursor
}

const readable = new Set(['PLAIN', 'RLE', 'RLE_DICTIONARY', 'PLAIN_DICTIONARY', 'BIT_PACKED'])

/** True if `decodeChunk` supports this column. hyparquet's general reader decodes the others, far more slowly. */
export const isFastChunk = ({
  field,
  element,
  meta,
  within,
}: Pick<Chunk, 'field' | 'element' | 'meta' | 'within'>): boolean =>
  within === null &&
  meta.encodings.every((encoding) => readable.has(encoding)) &&
  (field.type === 'text' ? isPlainText(element) : isPlainNumber(element))

/** Assigns dictionary codes to texts in one growing dictionary. */
type TextCodes = Pick<TextMerger, 'dictionary' | 'codesOf'>

/** A dictionary that may contain duplicates, for callers that merge dictionaries afterwards. */
export class TextList implements TextCodes {
  readonly dictionary: string[] = []

  codesOf(texts: readonly string[]): Int32Array {
    const first = this.dictionary.length
    for (const text of texts) this.dictionary.push(text)
    return Int32Array.from(texts, (_, index) => first + index)
  }
}

/** Decodes pages directly into typed arrays: text stays as codes, and no value is boxed. */
export function decodeChunk(chunk: Chunk, texts: TextCodes = new TextMerger()): Column {
  const { name, type } = chunk.field
  return type === 'text'
    ? { name, type, ...decodeTextChunk(chunk, texts) }
    : { name, type, values: decodeNumberChunk(chunk) }
}

function decodeNumberChunk(chunk: Chunk): Float64Array {
  const { element, rows } = chunk
  const scale = unitOf(element)
  const type = element.type ?? 'DOUBLE'
  let dictionary: Float64Array = new Float64Array(0)
  let values: Float64Array = new Float64Array(0)
  let at = 0
  for (const { header, body } of pages(chunk)) {
    if (header.dictionary_page_header) {
      dictionary = decodeNumbers(decompress(chunk, header, body), {
        type,
        scale,
        count: header.dictionary_page_header.num_values,
      })
      continue
    }
    const page = openPage(chunk, header, body)
    const present = presentNumbers(page, dictionary, { type, scale })
    if (page.rows === rows && !page.levels) return present
    if (values.length < rows) values = new Float64Array(rows)
    spread(present, page.levels, values.subarray(at, at + page.rows))
    at += page.rows
  }
  return values
}

function presentNumbers(
  page: Page,
  dictionary: Float64Array,
  { type, scale }: { type: NonNullable<SchemaElement['type']>; scale: number },
): Float64Array {
  if (!page.isCoded && !page.isRuns) {
    return decodeNumbers(page.cursor.bytes.subarray(page.cursor.at), { type, scale, count: page.count })
  }
  const codes = readCodes(page)
  const values = new Float64Array(page.count)
  if (page.isRuns) for (let index = 0; index < page.count; index++) values[index] = codes[index] as number
  else for (let index = 0; index < page.count; index++) values[index] = dictionary[codes[index] as number] as number
  return values
}

function spread(present: Float64Array, levels: Int32Array | null, out: Float64Array): void {
  if (!levels) return out.set(present)
  let next = 0
  for (let row = 0; row < out.length; row++) out[row] = levels[row] === 1 ? (present[next++] as number) : Number.NaN
}

function decodeTextChunk(chunk: Chunk, merger: TextCodes): { codes: Int32Array; dictionary: readonly string[] } {
  const codes = new Int32Array(chunk.rows)
  let own: readonly string[] = []
  let isMerged = false
  let at = 0
  for (const { header, body } of pages(chunk)) {
    if (header.dictionary_page_header) {
      own = decodeTexts(decompress(chunk, header, body), header.dictionary_page_header.num_values)
      continue
    }
    const page = openPage(chunk, header, body)
    const out = codes.subarray(at, at + page.rows)
    at += page.rows
    if (page.isCoded && !isMerged) spreadCodes(readCodes(page), page.levels, out)
    else {
      if (!isMerged) merger.codesOf(own)
      isMerged = true
      spreadCodes(page.isCoded ? readCodes(page) : plainCodes(page, merger), page.levels, out)
    }
  }
  return { codes, dictionary: isMerged ? merger.dictionary : own }
}

const plainCodes = ({ cursor, count }: Page, merger: TextCodes): Int32Array =>
  merger.codesOf(decodeTexts(cursor.bytes.subarray(cursor.at), count))

function spreadCodes(present: Int32Array, levels: Int32Array | null, out: Int32Array): void {
  if (!levels) return out.set(present)
  let next = 0
  for (let row = 0; row < out.length; row++) out[row] = levels[row] === 1 ? (present[next++] as number) : -1
}

function readCodes({ cursor, count, isRuns }: Page): Int32Array {
  const codes = new Int32Array(count)
  if (count === 0) return codes
  const width = isRuns ? 1 : (cursor.bytes[cursor.at++] ?? 0)
  if (width > 24) throw new RangeError(`Codes of ${width} bits`)
  if (isRuns) cursor.at += 4
  if (width > 0) readRuns(cursor, width, codes)
  return codes
}

function* pages({ bytes, rows }: Chunk): Generator<{ header: PageHeader; body: Uint8Array<ArrayBuffer> }> {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 }
  let read = 0
  while (read < rows) {
    if (reader.offset >= bytes.length) throw new RangeError('Parquet column ends too early')
    const header = parquetHeader(reader)
    const body = bytes.subarray(reader.offset, reader.offset + header.compressed_page_size)
    reader.offset += header.compressed_page_size
    read += header.data_page_header?.num_values ?? header.data_page_header_v2?.num_rows ?? 0
    if (header.type !== 'INDEX_PAGE') yield { header, body }
  }
}

const decompress = ({ meta, codecs }: Chunk, header: PageHeader, body: Uint8Array): Uint8Array =>
  decompressPage(body, header.uncompressed_page_size, meta.codec, codecs)

function openPage(chunk: Chunk, header: PageHeader, body: Uint8Array): Page {
  const v2 = header.data_page_header_v2
  if (v2) {
    const levelSize = v2.definition_levels_byte_length + v2.repetition_levels_byte_length
    const size = header.uncompressed_page_size - levelSize
    const stored = body.subarray(levelSize)
    const bytes = v2.is_compressed === false ? stored : decompressPage(stored, size, chunk.meta.codec, chunk.codecs)
    const levels =
      v2.num_nulls > 0 ? readLevels({ bytes: body, at: v2.repetition_levels_byte_length }, v2.num_rows) : null
    return {
      rows: v2.num_rows,
      levels,
      count: v2.num_rows - v2.num_nulls,
      ...kindOf(v2.encoding),
      cursor: { bytes, at: 0 },
    }
  }
  return openOldPage(chunk, header, body)
}

function openOldPage(chunk: Chunk, header: PageHeader, body: Uint8Array): Page {
  const page = header.data_page_header
  if (!page) throw new RangeError('Parquet page of an unknown kind')
  const bytes = decompress(chunk, header, body)
  const rows = page.num_values
  if (chunk.element.repetition_type === 'REQUIRED') {
    return { rows, levels: null, count: rows, ...kindOf(page.encoding), cursor: { bytes, at: 0 } }
  }
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  const levels = readLevels({ bytes, at: 4 }, rows)
  let count = 0
  for (let row = 0; row < rows; row++) count += levels[row] as number
  return {
    rows,
    levels: count === rows ? null : levels,
    count,
    ...kindOf(page.encoding),
    cursor: { bytes, at: 4 + size },
  }
}

function readLevels(cursor: Cursor, rows: number): Int32Array {
  const levels = new Int32Array(rows)
  readRuns(cursor, 1, levels)
  return levels
}

const kindOf = (encoding: string) => ({ isCoded: encoding.endsWith('_DICTIONARY'), isRuns: encoding === 'RLE' })
