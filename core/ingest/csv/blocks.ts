import type { Budget } from '../../budget.ts'
import { type Block, decodeCell } from '../block.ts'
import type { AsidePart } from '../ingest-report.ts'
import { type AsideLines, partAt } from '../layout/aside-lines.ts'
import { type GridRules, gridsOf } from './grid.ts'
import type { Layout } from './layout.ts'
import { withLineFeeds } from './lines.ts'
import type { OddRows } from './odd-rows.ts'
import { RowAligner } from './row-aligner.ts'
import { Tokenizer } from './tokenizer.ts'

/** Text is cut in pieces of about this size: large enough to be quick, small enough to stay in the cache. */
const pieceSize = 1 << 18

/** One record longer than this is no row of a table, and would not fit in the memory of an edge worker. */
const longestRecord = 1 << 23

/** Thrown at a record that is too long; caught where a file is opened. */
export class RecordTooLong extends Error {
  readonly megabytes = longestRecord >> 20
}

/** Who is told of what is not simply a row. */
export type Witnesses = {
  /** Sees every record as it was cut, before any is taken out. */
  readonly records?: (bytes: Uint8Array, tokens: Tokenizer) => void
  readonly odd?: OddRows
  readonly aside?: AsideLines
  /** Told, at the end, how many lines that hold nothing were passed over. */
  readonly emptyLines?: (count: number) => void
  /** Are the cells wanted that rows have beyond the width? */
  readonly keepsSurplus?: boolean
}

/** Text gathered until there is enough to cut, with what was left of the piece before. */
class Piece {
  bytes = new Uint8Array(pieceSize * 2)
  length = 0

  add(chunk: Uint8Array): void {
    if (this.length + chunk.length > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + chunk.length))
      larger.set(this.bytes.subarray(0, this.length))
      this.bytes = larger
    }
    this.bytes.set(chunk, this.length)
    this.length += chunk.length
  }

  dropUntil(position: number): void {
    this.bytes.copyWithin(0, position, this.length)
    this.length -= position
  }
}

const isBlank = (line: Uint8Array): boolean => line.every((byte) => byte <= 32)

/** Cuts pieces into blocks, one piece at a time. */
class Cutter {
  readonly piece = new Piece()
  readonly tokens: Tokenizer
  readonly #layout: Layout
  readonly #witnesses: Witnesses
  readonly #rules: GridRules
  #headers: number
  #skipped = 0
  #cutUntil = 0
  #wanted = pieceSize

  constructor(layout: Layout, witnesses: Witnesses) {
    this.tokens = new Tokenizer(layout.dialect)
    this.#layout = layout
    this.#witnesses = witnesses
    this.#headers = layout.headerRecords.length
    const { width, usual, shapes, dialect } = layout
    const aligner = width > 2 ? new RowAligner(shapes, dialect) : null
    this.#rules = {
      width,
      usual,
      aligner,
      isLoose: dialect.delimiter === ' ',
      keepsSurplus: witnesses.keepsSurplus === true,
    }
  }

  get isReady(): boolean {
    return this.piece.length >= this.#wanted
  }

  /** The rows of what has been gathered. Rows of fewer cells than others are charged as if they had all. */
  *cut(isLast: boolean, budget: Budget): Generator<Block> {
    const { piece, tokens } = this
    this.#skip(isLast)
    if (this.#skipped < this.#layout.dialect.skippedLines) return
    this.#cutUntil = tokens.cut(piece.bytes, piece.length, isLast)
    this.#witnesses.records?.(piece.bytes, tokens)
    const { aside } = this.#witnesses
    for (const { line, start, end } of tokens.comments)
      aside?.add('comment', line, () => decodeCell(piece.bytes, start, end).trimEnd())
    const headers = Math.min(this.#headers, tokens.records)
    this.#headers -= headers
    tokens.drop(0, headers)
    this.#leaveOut()
    tokens.dropBlank(piece.bytes)
    if (tokens.records === 0) return
    budget.charge('cells', tokens.records * this.#rules.width)
    yield* gridsOf({ bytes: piece.bytes, tokens, odd: this.#witnesses.odd ?? null }, this.#rules)
  }

  /** Forgets what was cut. A record larger than a piece is looked at again only when twice as much is there. */
  forget(): void {
    if (this.#cutUntil === 0 && this.piece.length >= longestRecord) throw new RecordTooLong()
    this.#wanted = this.#cutUntil === 0 ? Math.min(this.piece.length * 2, longestRecord) : pieceSize
    this.piece.dropUntil(this.#cutUntil)
  }

  /** Passes over the lines before the table, as far as they are there. */
  #skip(isLast: boolean): void {
    const { dialect, bounds } = this.#layout
    const mark = dialect.newline === 'cr' ? 13 : 10
    let from = 0
    this.#cutUntil = 0
    while (this.#skipped < dialect.skippedLines && from < this.piece.length) {
      const end = this.piece.bytes.subarray(0, this.piece.length).indexOf(mark, from)
      if (end < 0 && !isLast) break
      const until = end < 0 ? this.piece.length : end + 1
      const text = this.piece.bytes.subarray(from, until)
      this.#skipped++
      const part = partAt(bounds.parts, this.#skipped)
      if (!isBlank(text))
        this.#witnesses.aside?.add(part, this.#skipped, () => decodeCell(text, 0, text.length).trimEnd())
      from = until
    }
    this.piece.dropUntil(from)
  }

  /** Takes out the records that are no rows of the table. */
  #leaveOut(): void {
    const { tokens } = this
    const { endLine, repeated } = this.#layout.bounds
    let kept = tokens.records
    while (kept > 0 && (tokens.lines[kept - 1] ?? 0) >= endLine) kept--
    for (let record = kept; record < tokens.records; record++) this.#tellAside(record, null)
    tokens.drop(kept, tokens.records - kept)
    if (repeated.size === 0) return
    for (let record = tokens.records - 1; record >= 0; record--) {
      if (!repeated.has(tokens.lines[record] ?? 0)) continue
      this.#tellAside(record, 'repeated header')
      tokens.drop(record, 1)
    }
  }

  /** Tells of a record that is left out: what it is said to be, or what stands there. */
  #tellAside(record: number, part: AsidePart | null): void {
    const { tokens, piece } = this
    const line = tokens.lines[record] ?? 0
    const { bounds, dialect } = this.#layout
    const cells = (): string => tokens.texts(piece.bytes, record).join(dialect.delimiter)
    this.#witnesses.aside?.add(part ?? partAt(bounds.parts, line), line, cells)
  }
}

/** About the work of reading a byte of text, and of a cell of a row that had to be padded or set right. */
const [stepsOfByte, stepsOfCell] = [1, 3]

/** The rows of delimited text as blocks. A block is valid until the next one is asked for: its memory is used again. */
export async function* blocksOf(
  text: AsyncIterable<Uint8Array>,
  layout: Layout,
  witnesses: Witnesses,
  budget: Budget,
): AsyncGenerator<Block> {
  const cutter = new Cutter(layout, witnesses)
  async function* cut(isLast: boolean): AsyncGenerator<Block> {
    budget.work(cutter.piece.length * stepsOfByte)
    for (const block of cutter.cut(isLast, budget)) {
      yield block
      budget.work(block.starts === cutter.tokens.starts ? 0 : block.rows * block.width * stepsOfCell)
      if (budget.isDue) await budget.rest()
    }
  }
  const chunks = layout.dialect.newline === 'mixed' ? withLineFeeds(text) : text
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += pieceSize) {
      cutter.piece.add(chunk.subarray(from, from + pieceSize))
      if (!cutter.isReady) continue
      yield* cut(false)
      cutter.forget()
    }
  }
  yield* cut(true)
  witnesses.emptyLines?.(cutter.tokens.emptyLines)
}
