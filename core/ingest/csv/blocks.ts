import type { Block } from '../block.ts'
import type { Dialect } from './dialect.ts'
import { gridOf } from './grid.ts'
import type { OddRows } from './odd-rows.ts'
import { Tokenizer } from './tokenizer.ts'

/** Text is cut in pieces of about this size: large enough to be quick, small enough to stay in the cache. */
const pieceSize = 1 << 18

/** One record longer than this is no row of a table, and would not fit in the memory of an edge worker. */
const longestRecord = 1 << 23

/** Thrown at a record that is too long; caught where a file is opened. */
export class RecordTooLong extends Error {
  readonly megabytes = longestRecord >> 20
}

type Shape = {
  readonly dialect: Dialect
  readonly width: number
  /** Records before the first row of data: 1 where there is a header. */
  readonly headers: number
  readonly odd: OddRows | null
  /** Told, at the end, how many empty lines were passed over. */
  readonly emptyLines?: (count: number) => void
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

function withoutFirst(block: Block, rows: number): Block {
  return {
    bytes: block.bytes,
    rows: block.rows - rows,
    width: block.width,
    starts: block.starts.subarray(rows * block.width),
    ends: block.ends.subarray(rows * block.width),
  }
}

/** Where the text begins after so many lines. */
export function afterLines(bytes: Uint8Array, lines: number, newline: Dialect['newline']): number {
  let position = 0
  for (let line = 0; line < lines; line++) {
    const end = bytes.indexOf(newline === 'lf' ? 10 : 13, position)
    if (end < 0) return bytes.length
    position = end + 1
  }
  return position
}

/** Cuts pieces into blocks, one piece at a time. */
class Cutter {
  readonly piece = new Piece()
  readonly tokens: Tokenizer
  readonly #shape: Shape
  #headers: number
  #skippedLines: number
  #cutUntil = 0
  #wanted = pieceSize

  constructor(shape: Shape) {
    this.tokens = new Tokenizer(shape.dialect)
    this.#shape = shape
    this.#headers = shape.headers
    this.#skippedLines = shape.dialect.skippedLines
  }

  get isReady(): boolean {
    return this.piece.length >= this.#wanted
  }

  cut(isLast: boolean): Block | null {
    const { dialect, width, odd } = this.#shape
    const { piece, tokens } = this
    if (this.#skippedLines > 0) {
      piece.dropUntil(afterLines(piece.bytes.subarray(0, piece.length), this.#skippedLines, dialect.newline))
      this.#skippedLines = 0
    }
    this.#cutUntil = tokens.cut(piece.bytes, piece.length, isLast)
    const headers = Math.min(this.#headers, tokens.records)
    this.#headers -= headers
    const block = gridOf(piece.bytes, tokens, { width, headers, odd })
    if (block.rows === headers) return null
    return headers === 0 ? block : withoutFirst(block, headers)
  }

  /** Forgets what was cut. A record larger than a piece is looked at again only when twice as much is there. */
  forget(): void {
    if (this.#cutUntil === 0 && this.piece.length >= longestRecord) throw new RecordTooLong()
    this.#wanted = this.#cutUntil === 0 ? Math.min(this.piece.length * 2, longestRecord) : pieceSize
    this.piece.dropUntil(this.#cutUntil)
  }
}

/** The rows of delimited text as blocks. A block is valid until the next one is asked for: its memory is used again. */
export async function* blocksOf(text: AsyncIterable<Uint8Array>, shape: Shape): AsyncGenerator<Block> {
  const cutter = new Cutter(shape)
  for await (const chunk of text) {
    for (let from = 0; from < chunk.length; from += pieceSize) {
      cutter.piece.add(chunk.subarray(from, from + pieceSize))
      if (!cutter.isReady) continue
      const block = cutter.cut(false)
      if (block !== null) yield block
      cutter.forget()
    }
  }
  const block = cutter.cut(true)
  if (block !== null) yield block
  shape.emptyLines?.(cutter.tokens.emptyLines)
}
