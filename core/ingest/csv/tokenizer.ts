import { decodeCell } from '../block.ts'
import type { Dialect } from './dialect.ts'
import { delimiterAt, QuotedCell } from './quoted-cell.ts'
import { unescapeCell } from './unescape-cell.ts'

const [carriageReturn, space] = [13, 32]
const encoder = new TextEncoder()
/** Instead of a position. */
const [incomplete, unquoted] = [-1, -2]

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

/**
 * Cuts text into records and cells without making a string: cell `c` is `bytes[starts[c], ends[c])`,
 * record `r` ends before cell `recordEnds[r]`. Escaped quotes are undone in place, so the bytes must be the caller's own.
 */
export class Tokenizer {
  starts = new Int32Array(4096)
  ends = new Int32Array(4096)
  recordEnds = new Int32Array(1024)
  /** The line of the file, from 1, on which each record starts. */
  lines = new Int32Array(1024)
  records = 0
  /** Where each record starts. */
  recordStarts = new Int32Array(1024)
  /** Records that follow an empty line. */
  afterGap: number[] = []
  /** Records whose escapes were undone: their bytes are no longer as the file has them. */
  readonly changed = new Set<number>()
  /** Lines that are comments. */
  comments: { readonly line: number; readonly start: number; readonly end: number }[] = []
  /** Lines that hold nothing or only delimiters, which are no records. */
  emptyLines = 0
  #cells = 0
  #line: number
  #isAfterGap = false
  #escaped: number[] = []
  readonly #delimiter: Uint8Array
  /** The length of the delimiter. */
  readonly #step: number
  readonly #comment: Uint8Array
  readonly #isAligned: boolean
  readonly #newline: number
  readonly #quote: number
  readonly #backslash: boolean
  readonly #ends = new Uint8Array(256)
  readonly #quoted: QuotedCell

  constructor(dialect: Dialect) {
    this.#line = dialect.skippedLines + 1
    this.#delimiter = encoder.encode(dialect.delimiter)
    this.#step = this.#delimiter.length
    this.#comment = encoder.encode(dialect.comment)
    this.#isAligned = dialect.isAligned
    this.#newline = dialect.newline === 'cr' ? carriageReturn : 10
    this.#quote = dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0)
    this.#backslash = dialect.escape === 'backslash'
    this.#ends[this.#delimiter[0] ?? 0] = 1
    this.#ends[this.#newline] = 1
    this.#quoted = new QuotedCell(dialect)
  }

  /** Cuts what is complete of `bytes[0, length)`; returns where the rest begins. With `isLast` there is no rest. */
  cut(bytes: Uint8Array, length: number, isLast: boolean): number {
    this.records = 0
    this.#cells = 0
    this.#quoted.begin()
    this.comments = []
    this.afterGap = []
    this.changed.clear()
    let position = 0
    while (position < length) {
      if (this.#comment.length > 0 && delimiterAt(bytes, position, length, this.#comment)) {
        const end = bytes.subarray(0, length).indexOf(this.#newline, position)
        if (end < 0 && !isLast) break
        const until = end < 0 ? length : end
        this.comments.push({ line: this.#line++, start: position, end: until })
        position = Math.min(length, until + 1)
        continue
      }
      const first = this.#cells
      const next = this.#record(bytes, position, length, isLast)
      if (next < 0) {
        this.#cells = first
        break
      }
      this.#commit(bytes, first, position)
      position = next
    }
    return position
  }

  /** The cells of a record as strings, at most so many. */
  texts(bytes: Uint8Array, record: number, atMost = Number.POSITIVE_INFINITY): string[] {
    const first = record === 0 ? 0 : (this.recordEnds[record - 1] ?? 0)
    const end = Math.min(this.recordEnds[record] ?? 0, first + atMost)
    return Array.from({ length: end - first }, (_, at) =>
      decodeCell(bytes, this.starts[first + at] ?? 0, this.ends[first + at] ?? 0),
    )
  }

  /** Takes records out, as if they had not been there. */
  drop(from: number, count: number): void {
    if (count === 0) return
    const firstCell = from === 0 ? 0 : (this.recordEnds[from - 1] ?? 0)
    const nextCell = this.recordEnds[from + count - 1] ?? 0
    for (const cells of [this.starts, this.ends]) cells.copyWithin(firstCell, nextCell, this.#cells)
    for (const records of [this.recordEnds, this.lines, this.recordStarts]) {
      records.copyWithin(from, from + count, this.records)
    }
    this.records -= count
    this.#cells -= nextCell - firstCell
    for (let record = from; record < this.records; record++) {
      this.recordEnds[record] = (this.recordEnds[record] ?? 0) - (nextCell - firstCell)
    }
    const changed = [...this.changed].filter((record) => record < from || record >= from + count)
    this.changed.clear()
    for (const record of changed) this.changed.add(record < from ? record : record - count)
  }

  /** Takes out the records that hold nothing but delimiters, and counts them as empty lines. */
  dropBlank(bytes: Uint8Array): void {
    let [kept, cells, first] = [0, 0, 0]
    const changed = new Set(this.changed)
    this.changed.clear()
    for (let record = 0; record < this.records; record++) {
      const end = this.recordEnds[record] ?? 0
      if (this.#holdsNothing(bytes, record, first)) this.emptyLines++
      else {
        if (changed.has(record)) this.changed.add(kept)
        if (kept < record) this.#move(record, kept, { first, end, to: cells })
        cells += end - first
        kept++
      }
      first = end
    }
    this.records = kept
    this.#cells = cells
  }

  #move(
    record: number,
    to: number,
    cells: { readonly first: number; readonly end: number; readonly to: number },
  ): void {
    for (const places of [this.starts, this.ends]) places.copyWithin(cells.to, cells.first, cells.end)
    for (const records of [this.lines, this.recordStarts]) records[to] = records[record] ?? 0
    this.recordEnds[to] = cells.to + cells.end - cells.first
  }

  /** True for a record of nothing but delimiters; a quoted cell is something, even where it is empty. */
  isBlank(bytes: Uint8Array, record: number): boolean {
    return this.#holdsNothing(bytes, record, record === 0 ? 0 : (this.recordEnds[record - 1] ?? 0))
  }

  #holdsNothing(bytes: Uint8Array, record: number, first: number): boolean {
    const end = this.recordEnds[record] ?? 0
    let expected = this.recordStarts[record] ?? 0
    for (let cell = first; cell < end; cell++) {
      const [start, stop] = [this.starts[cell] ?? 0, this.ends[cell] ?? 0]
      if (start !== expected) return false
      for (let index = start; index < stop; index++) if ((bytes[index] ?? 0) > space) return false
      expected = stop + this.#step
    }
    return end > first + 1
  }

  /** The position after the record, or −1 where more bytes are needed. */
  #record(bytes: Uint8Array, position: number, length: number, isLast: boolean): number {
    let index = position
    if (this.#escaped.length > 0) this.#escaped = []
    for (;;) {
      const byte = bytes[index] ?? 0
      const mayBeQuoted = byte === this.#quote || byte === space
      const after =
        mayBeQuoted && this.#startsQuoted(bytes, index, length) ? this.#quotedCell(bytes, length, isLast) : unquoted
      if (after === incomplete) return -1
      index = after === unquoted ? this.#plainCell(bytes, index, length) : after
      if (index >= length) return isLast ? this.#endRecord(bytes, length) : -1
      if (bytes[index] === this.#newline) return this.#endRecord(bytes, index) + 1
      index += this.#step
    }
  }

  #plainCell(bytes: Uint8Array, start: number, length: number): number {
    const ends = this.#ends
    let index = start
    while (index < length && ends[bytes[index] ?? 0] === 0) index++
    if (this.#step > 1) return this.#wideCell(bytes, start, length)
    if (index > start || !this.#isAligned) this.#push(start, index)
    return index
  }

  /** A cell whose delimiter is longer than one byte; one that spaces set under others begins after them. */
  #wideCell(bytes: Uint8Array, from: number, length: number): number {
    let start = from
    while (this.#isAligned && start < length && bytes[start] === space) start++
    const end = this.#wideEnd(bytes, start, length)
    if (end > start || !this.#isAligned) this.#push(start, end)
    return end
  }

  /** The next place of the whole delimiter, or of the line's end. */
  #wideEnd(bytes: Uint8Array, from: number, length: number): number {
    let index = from
    while (index < length && bytes[index] !== this.#newline) {
      if (delimiterAt(bytes, index, length, this.#delimiter)) return index
      index++
    }
    return index
  }

  #quotedCell(bytes: Uint8Array, length: number, isLast: boolean): number {
    const outcome = this.#quoted.read(bytes, { position: this.#quoteAt, length, isLast })
    if (outcome === 'incomplete') return incomplete
    if (outcome === 'stray') return unquoted
    if (this.#quoted.escaped) this.#escaped.push(this.#cells)
    this.#push(this.#quoteAt + 1, this.#quoted.end)
    return this.#quoted.next
  }

  #quoteAt = 0

  #startsQuoted(bytes: Uint8Array, start: number, length: number): boolean {
    let index = start
    while (index < length && bytes[index] === space && this.#delimiter[0] !== space) index++
    this.#quoteAt = index
    return index < length && bytes[index] === this.#quote
  }

  /** Drops the carriage return of a line's end from the last cell. */
  #endRecord(bytes: Uint8Array, position: number): number {
    const last = this.#cells - 1
    const end = this.ends[last] ?? 0
    if (last >= 0 && end === position && end > (this.starts[last] ?? 0) && bytes[end - 1] === carriageReturn)
      this.ends[last] = end - 1
    return position
  }

  #push(start: number, end: number): void {
    if (this.#cells === this.starts.length) {
      this.starts = grown(this.starts)
      this.ends = grown(this.ends)
    }
    this.starts[this.#cells] = start
    this.ends[this.#cells] = end
    this.#cells++
  }

  #commit(bytes: Uint8Array, first: number, position: number): void {
    const line = this.#line
    this.#line += 1 + this.#newlinesInside(bytes, first)
    if (this.#isEmptyLine(bytes, first, position)) {
      this.emptyLines++
      this.#isAfterGap = true
      this.#cells = first
      return
    }
    if (this.#escaped.length > 0) this.changed.add(this.records)
    if (this.#isAfterGap) this.afterGap.push(this.records)
    this.#isAfterGap = false
    for (const cell of this.#escaped) {
      const [start, end] = [this.starts[cell] ?? 0, this.ends[cell] ?? 0]
      this.ends[cell] = unescapeCell(bytes.subarray(start, end), this.#quote, this.#backslash) + start
    }
    if (this.records === this.recordEnds.length) {
      this.recordEnds = grown(this.recordEnds)
      this.lines = grown(this.lines)
      this.recordStarts = grown(this.recordStarts)
    }
    this.recordStarts[this.records] = position
    this.lines[this.records] = line
    this.recordEnds[this.records] = this.#cells
    this.records++
  }

  #newlinesInside(bytes: Uint8Array, first: number): number {
    if (!this.#quoted.sawNewline) return 0
    this.#quoted.sawNewline = false
    let count = 0
    for (let cell = first; cell < this.#cells; cell++) {
      for (let index = this.starts[cell] ?? 0; index < (this.ends[cell] ?? 0); index++) {
        if (bytes[index] === this.#newline) count++
      }
    }
    return count
  }

  #isEmptyLine(bytes: Uint8Array, first: number, position: number): boolean {
    if (this.#cells === first) return true
    if (this.#cells !== first + 1) return false
    const [start, end] = [this.starts[first] ?? 0, this.ends[first] ?? 0]
    if (start !== position) return false
    for (let index = start; index < end; index++) if ((bytes[index] ?? 0) > 32) return false
    return true
  }
}
