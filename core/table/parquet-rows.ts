import { assembleNested } from 'hyparquet/src/assemble.js'
import { DEFAULT_PARSERS } from 'hyparquet/src/convert.js'
import type { Compressors, DecodedArray, FileMetaData, RowGroup, SchemaTree } from 'hyparquet/src/types.js'
import type { Budget } from '../budget.ts'
import type { ByteSource } from './byte-source.ts'
import { loadCodecs } from './codecs.ts'
import { type Chunk, decodeChunk, isFastChunk, TextList } from './decode-chunk.ts'
import { decodeGeneral, rawValues } from './decode-general.ts'
import { type Leaf, metaOf, type ParquetColumn } from './parquet-columns.ts'
import { codecsOf } from './parquet-footer.ts'
import { piecesOf, wholeChunk } from './parquet-pieces.ts'
import type { Column, Field, Table } from './table.ts'
import { TextMerger } from './text-merger.ts'
import { jsonText } from './value-text.ts'

/** Inputs of a read besides the columns. */
type ReadContext = {
  readonly file: ByteSource
  readonly codecs: Compressors
  readonly ahead: number
  /** Maximum rows per piece, so that one piece of every column fits in memory. */
  readonly maxRows: number
  readonly budget: Budget
}

const decode = (chunk: Chunk): Column =>
  isFastChunk(chunk) ? decodeChunk(chunk, new TextList()) : decodeGeneral(chunk)

function chunkOf(group: RowGroup, leaf: Leaf, field: Field): Omit<Chunk, 'bytes' | 'codecs'> {
  const { element, path } = leaf
  const meta = metaOf(group, leaf)
  return { field, element, meta, rows: Number(group.num_rows), within: path.length > 2 ? path : null }
}

async function* columnPieces(column: ParquetColumn, group: RowGroup, reading: ReadContext): AsyncGenerator<Column> {
  const { codecs, budget } = reading
  if (column.kind === 'tree') return yield await treeColumn(column, group, reading)
  for await (const piece of piecesOf({ ...chunkOf(group, column.leaf, column.field), codecs }, reading)) {
    yield decode(piece)
    budget.work(piece.rows * stepsOfValue + piece.bytes.length)
    if (budget.isDue) await budget.rest()
  }
}

/** Reads the lists and maps of a row group as JSON text. */
async function treeColumn(
  { field, leaves, top }: ParquetColumn & { readonly kind: 'tree' },
  group: RowGroup,
  { file, codecs, budget }: ReadContext,
): Promise<Column> {
  const rows = Number(group.num_rows)
  const values = new Map<string, DecodedArray>()
  for (const leaf of leaves) {
    const chunk = { ...chunkOf(group, leaf, field), codecs, within: leaf.path }
    const read = rawValues(await wholeChunk(chunk, file))
    if (read.length !== rows) throw new RangeError('a column of lists does not have as many values as there are rows')
    values.set(pathOf(leaf.path), read)
  }
  if (top.children.length > 0) assembleNested(values, top, DEFAULT_PARSERS)
  const whole = values.get(top.element.name) ?? []
  const merger = new TextMerger()
  const codes = new Int32Array(rows).fill(-1)
  for (let row = 0; row < rows; row++) {
    const value: unknown = whole[row]
    if (value === null || value === undefined) continue
    const text = jsonText(value)
    budget.charge('bytes', text.length)
    budget.work(text.length)
    codes[row] = merger.codeOf(text)
    if (budget.isDue) await budget.rest()
  }
  return { name: field.name, type: 'text', codes, dictionary: merger.dictionary }
}

/** Budget steps per decoded value. */
const stepsOfValue = 0.2

const pathOf = (path: readonly SchemaTree[]): string => path.at(-1)?.path.join('.') ?? ''

/** Reads any number of rows of a column, independent of page boundaries. */
class Cursor {
  #current: Column | null = null
  #at = 0
  readonly #field: Field
  readonly #pieces: AsyncGenerator<Column>

  constructor(field: Field, pieces: AsyncGenerator<Column>) {
    this.#field = field
    this.#pieces = pieces
  }

  async take(rows: number): Promise<Column> {
    const parts: { readonly column: Column; readonly from: number; readonly to: number }[] = []
    for (let left = rows; left > 0;) {
      const column = await this.#column()
      const to = Math.min(lengthOf(column), this.#at + left)
      parts.push({ column, from: this.#at, to })
      left -= to - this.#at
      this.#at = to
    }
    const { name, type } = this.#field
    if (type !== 'text') return { name, type, values: joinedNumbers(parts, rows) }
    return { name, type, ...joinedTexts(parts, rows) }
  }

  async #column(): Promise<Column> {
    while (this.#current === null || this.#at >= lengthOf(this.#current)) {
      const { value, done } = await this.#pieces.next()
      if (done === true) throw new RangeError('a column has fewer values than rows')
      this.#current = value
      this.#at = 0
    }
    return this.#current
  }
}

type Part = { readonly column: Column; readonly from: number; readonly to: number }

const lengthOf = (column: Column): number => (column.type === 'text' ? column.codes.length : column.values.length)

function joinedNumbers(parts: readonly Part[], rows: number): Float64Array {
  const values = new Float64Array(rows)
  let at = 0
  for (const { column, from, to } of parts) {
    if (column.type !== 'text') values.set(column.values.subarray(from, to), at)
    at += to - from
  }
  return values
}

function joinedTexts(parts: readonly Part[], rows: number): { codes: Int32Array; dictionary: readonly string[] } {
  const merger = new TextMerger()
  const codes = new Int32Array(rows)
  let at = 0
  for (const { column, from, to } of parts) {
    if (column.type === 'text') {
      codes.set(merger.mergeUsed({ codes: column.codes.subarray(from, to), dictionary: column.dictionary }), at)
    }
    at += to - from
  }
  return { codes, dictionary: merger.dictionary }
}

/** Maximum rows per table; wide files get fewer to bound memory. */
const maxRows = 65_536
const maxCells = 1 << 21
/** Maximum cells of all buffered pieces. */
const maxHeld = 1 << 26
/** Bytes fetched ahead, shared by all columns. */
const maxAhead = 1 << 24

/**
 * Yields the chosen columns as tables of consecutive rows, independent of row group size. Throws if the file is
 * damaged.
 */
export async function* parquetRows(
  { file, metadata, budget }: { file: ByteSource; metadata: FileMetaData; budget: Budget },
  columns: readonly ParquetColumn[],
): AsyncGenerator<Table> {
  const codecs = await loadCodecs(codecsOf(metadata))
  const most = Math.max(512, Math.min(maxRows, Math.floor(maxCells / Math.max(1, columns.length))))
  const ahead = Math.max(1 << 16, Math.min(1 << 20, Math.floor(maxAhead / Math.max(1, columns.length))))
  const held = Math.max(maxRows, Math.floor(maxHeld / Math.max(1, columns.length)))
  const reading = { file, codecs, ahead, budget, maxRows: held }
  for (const group of metadata.row_groups) {
    budget.charge('cells', Number(group.num_rows) * columns.length)
    const cursors = columns.map((column) => new Cursor(column.field, columnPieces(column, group, reading)))
    for (let left = Number(group.num_rows); left > 0;) {
      const rows = Math.min(most, left)
      left -= rows
      yield { rows, columns: await Promise.all(cursors.map((cursor) => cursor.take(rows))) }
    }
  }
}
