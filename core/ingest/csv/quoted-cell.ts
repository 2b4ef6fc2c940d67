import type { Dialect } from './dialect.ts'

/** A quote left open may swallow at most so many bytes before it is taken for a stray one; this bounds the memory of a reader. */
const longestQuotedCell = 1 << 20

/** Bytes that may be looked at in vain in one stretch of text; from then on a quote there is a character like any other. */
const mostInVain = 1 << 22

const backslash = 92
const carriageReturn = 13
const space = 32
const encoder = new TextEncoder()

/** Do these bytes begin with the delimiter? At the end of what has arrived, a beginning of it will do. */
export function delimiterAt(bytes: Uint8Array, at: number, length: number, delimiter: Uint8Array): boolean {
  if (bytes[at] !== delimiter[0]) return false
  for (let index = 1; index < delimiter.length && at + index < length; index++) {
    if (bytes[at + index] !== delimiter[index]) return false
  }
  return true
}

/**
 * Finds the end of one quoted cell. A quote closes only before a delimiter, a line's end or the text's end;
 * any other is part of the text. The cell is `stray`, so not quoted at all, when it never closes, when another quoted cell
 * opens within it, or when its line ends after a quote that should have closed it.
 */
export class QuotedCell {
  /** Where the content ends. */
  end = 0
  /** Where the cell ends: at its delimiter, its newline, or the end of the text. */
  next = 0
  /** Does the content hold escapes that are still to be undone? */
  escaped = false
  /** Has any cell since this was last reset held a newline? */
  sawNewline = false
  #doubtful = false
  #newlines = 0
  #inVain = 0
  /** How far the last cell was looked at. */
  #seen = 0
  /** The second of two quotes before a delimiter: the cell's end, should it turn out to have no other; −1 for none. */
  #lastResort = -1
  readonly #quote: number
  readonly #delimiter: Uint8Array
  readonly #newline: number
  /** Takes the next character as it is; −1, which no byte is, where nothing does. */
  readonly #escape: number

  constructor(dialect: Dialect) {
    this.#quote = dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0)
    this.#delimiter = encoder.encode(dialect.delimiter)
    this.#newline = dialect.newline === 'cr' ? carriageReturn : 10
    this.#escape = dialect.escape === 'backslash' ? backslash : -1
  }

  read(
    bytes: Uint8Array,
    span: { position: number; length: number; isLast: boolean },
  ): 'closed' | 'incomplete' | 'stray' {
    this.escaped = false
    this.#doubtful = false
    this.#newlines = 0
    this.#lastResort = -1
    if (this.#inVain > mostInVain) return 'stray'
    const outcome = this.#find(bytes, span)
    if (outcome === 'stray') this.#inVain += this.#seen - span.position
    if (outcome !== 'stray' || this.#lastResort < 0) return outcome
    this.#closes(bytes, this.#lastResort, span.length)
    return this.#close(this.#lastResort)
  }

  #find(
    bytes: Uint8Array,
    { position, length, isLast }: { position: number; length: number; isLast: boolean },
  ): 'closed' | 'incomplete' | 'stray' {
    const atEnd = isLast || length - position > longestQuotedCell ? 'stray' : 'incomplete'
    for (let index = position + 1; index < length; index++) {
      const byte = bytes[index]
      if (byte === this.#newline) {
        if (this.#doubtful) return this.#endsAt(index, 'stray')
        this.#newlines++
      } else if (byte === this.#escape) {
        this.escaped = true
        index++
      } else if (byte === this.#quote) {
        const meaning = index + 1 < length || isLast ? this.#judge(bytes, index, length) : atEnd
        if (meaning === 'doubled') index++
        else if (meaning !== 'text') return this.#endsAt(index, meaning)
      }
    }
    return this.#endsAt(length, atEnd)
  }

  #endsAt<Outcome>(index: number, outcome: Outcome): Outcome {
    this.#seen = index
    return outcome
  }

  /** To be called before another stretch of text is read. */
  begin(): void {
    this.#inVain = 0
  }

  /** What a quote inside the cell is. */
  #judge(bytes: Uint8Array, index: number, length: number): 'doubled' | 'closed' | 'stray' | 'text' {
    if (bytes[index + 1] === this.#quote && index + 1 < length) {
      this.escaped = true
      if (this.#lastResort < 0 && this.#newlines === 0 && this.#closes(bytes, index + 1, length))
        this.#lastResort = index + 1
      return 'doubled'
    }
    if (this.#closes(bytes, index, length)) return this.#close(index)
    if (this.#opens(bytes, index)) return 'stray'
    this.#doubtful = true
    return 'text'
  }

  #close(index: number): 'closed' {
    this.end = index
    if (this.#newlines > 0 && this.#lastResort !== index) this.sawNewline = true
    return 'closed'
  }

  #closes(bytes: Uint8Array, quote: number, length: number): boolean {
    let index = quote + 1
    while (index < length && bytes[index] === space && this.#delimiter[0] !== space) index++
    if (index < length && bytes[index] === carriageReturn && this.#newline !== carriageReturn) index++
    this.next = index
    return index >= length || bytes[index] === this.#newline || delimiterAt(bytes, index, length, this.#delimiter)
  }

  /** Does this quote stand where a cell begins? */
  #opens(bytes: Uint8Array, quote: number): boolean {
    if (bytes[quote - 1] === this.#newline) return true
    const from = quote - this.#delimiter.length
    return from >= 0 && delimiterAt(bytes, from, quote, this.#delimiter)
  }
}
