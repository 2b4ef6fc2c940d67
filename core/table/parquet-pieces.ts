import { parquetHeader } from 'hyparquet/src/column.js'
import type { PageHeader } from 'hyparquet/src/types.js'
import type { ByteSource } from './byte-source.ts'
import type { Chunk } from './decode-chunk.ts'
import { rangeOf } from './parquet-columns.ts'

/**
 * Maximum page size and rows per page; larger pages are treated as damage because they would not fit in an edge
 * worker.
 */
const largestPage = 1 << 26
const maxRowsOfPage = 1 << 22

/** Pages are batched up to this many rows or bytes, because each batch decodes the dictionary again. */
const rowsOfPiece = 1 << 16
const bytesOfPiece = 1 << 20

/** Prefetches a byte range of a file. */
class Stretch {
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0)
  #fetched: number
  readonly #file: ByteSource
  readonly #end: number
  readonly #ahead: number

  constructor(file: ByteSource, { start, end }: { start: number; end: number }, ahead: number) {
    this.#file = file
    this.#fetched = start
    this.#end = Math.min(end, file.byteLength)
    this.#ahead = ahead
  }

  get isWhole(): boolean {
    return this.#fetched >= this.#end
  }

  /** Buffers at least `length` bytes, or all that remain. */
  async reserve(length: number): Promise<void> {
    if (this.bytes.length >= length || this.isWhole) return
    const until = Math.min(this.#end, this.#fetched + Math.max(this.#ahead, length - this.bytes.length))
    const more = new Uint8Array(await this.#file.slice(this.#fetched, until))
    if (more.length < until - this.#fetched) throw new RangeError('it is cut short')
    const joined = new Uint8Array(this.bytes.length + more.length)
    joined.set(this.bytes)
    joined.set(more, this.bytes.length)
    this.bytes = joined
    this.#fetched = until
  }

  take(length: number): Uint8Array<ArrayBuffer> {
    const taken = this.bytes.slice(0, length)
    if (taken.length < length) throw new RangeError('it is cut short')
    this.bytes = this.bytes.subarray(length)
    return taken
  }
}

type Page = { readonly header: PageHeader; readonly bytes: Uint8Array<ArrayBuffer>; readonly rows: number }

const headerGuess = 1 << 10
const longestHeader = 1 << 22

/** The next page with its header, still compressed. */
async function nextPage(stretch: Stretch, maxRows: number): Promise<Page | null> {
  for (let guess = headerGuess; ; guess *= 16) {
    await stretch.reserve(guess)
    if (stretch.bytes.length === 0) return null
    const found = headerAt(stretch)
    if (found !== null) return pageOf(stretch, found, maxRows)
    if (guess > longestHeader || stretch.isWhole) throw new RangeError('one of its pages is damaged')
  }
}

function headerAt({ bytes }: Stretch): { readonly header: PageHeader; readonly length: number } | null {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 }
  try {
    return { header: parquetHeader(reader), length: reader.offset }
  } catch {
    return null
  }
}

async function pageOf(
  stretch: Stretch,
  { header, length: headerLength }: { readonly header: PageHeader; readonly length: number },
  maxRows: number,
): Promise<Page> {
  const { compressed_page_size: packed, uncompressed_page_size: unpacked } = header
  const rows = header.data_page_header?.num_values ?? header.data_page_header_v2?.num_rows ?? 0
  const isSound = packed >= 0 && unpacked >= 0 && rows >= 0
  if (!isSound) throw new RangeError('one of its pages is damaged')
  if (Math.max(packed, unpacked) > largestPage || rows > Math.min(maxRows, maxRowsOfPage))
    throw new RangeError('one of its pages is larger than can be read here')
  await stretch.reserve(headerLength + packed)
  return { header, rows, bytes: stretch.take(headerLength + packed) }
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/**
 * Yields a column of a row group in pieces of whole pages. Each piece starts with the dictionary page, so it can be
 * decoded alone.
 */
export async function* piecesOf(
  chunk: Omit<Chunk, 'bytes'>,
  { file, ahead, maxRows }: { readonly file: ByteSource; readonly ahead: number; readonly maxRows: number },
): AsyncGenerator<Chunk> {
  const stretch = new Stretch(file, rangeOf(chunk.meta), ahead)
  let [dictionary, pages, rows, bytes, left] = [new Uint8Array(0), [] as Uint8Array[], 0, 0, chunk.rows]
  while (left > 0) {
    const page = await nextPage(stretch, maxRows)
    if (page === null) throw new RangeError('a column has fewer values than rows')
    if (page.header.type === 'DICTIONARY_PAGE') dictionary = page.bytes
    if (page.rows === 0) continue
    pages.push(page.bytes)
    rows += page.rows
    bytes += page.bytes.length
    left -= page.rows
    if (left > 0 && rows < rowsOfPiece && bytes < bytesOfPiece) continue
    if (left < 0) throw new RangeError('a column has more values than rows')
    yield { ...chunk, rows, bytes: joined([dictionary, ...pages]) }
    ;[pages, rows, bytes] = [[], 0, 0]
  }
}

/** Sums the value counts in the page headers of a chunk. */
function valuesIn(bytes: Uint8Array): number {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 }
  let values = 0
  while (reader.offset < bytes.length) {
    const header = parquetHeader(reader)
    if (header.compressed_page_size < 0) throw new RangeError('one of its pages is damaged')
    reader.offset += header.compressed_page_size
    const page = header.data_page_header ?? header.data_page_header_v2 ?? header.dictionary_page_header
    values += Math.abs(page?.num_values ?? 0)
  }
  return values
}

/** Reads a whole column chunk; a list row may span pages. */
export async function wholeChunk(chunk: Omit<Chunk, 'bytes'>, file: ByteSource): Promise<Chunk> {
  const { start, end } = rangeOf(chunk.meta)
  if (Math.max(end - start, Number(chunk.meta.total_uncompressed_size)) > largestPage)
    throw new RangeError('a column of lists is larger than can be read here')
  const stretch = new Stretch(file, { start, end }, end - start)
  await stretch.reserve(end - start)
  const bytes = stretch.take(end - start)
  if (valuesIn(bytes) > maxRowsOfPage) throw new RangeError('a column of lists is larger than can be read here')
  return { ...chunk, bytes }
}
