import type { Dialect } from './dialect.ts'

/** A quote left open may swallow at most so many bytes before it is taken for a stray one; this bounds the memory of a reader. */
const longestQuotedCell = 1 << 20

const backslash = 92
const carriageReturn = 13
const space = 32

/**
 * Finds the end of one quoted cell. A quote closes only before a delimiter, a line's end or the text's end;
 * any other is part of the text. The cell is `stray`, so not quoted at all, when it never closes,
 * when it spans lines on which another quoted cell opens, or when its line ends after a quote that should have closed it.
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
  readonly #quote: number
  readonly #delimiter: number
  readonly #newline: number
  /** Takes the next character as it is; −1, which no byte is, where nothing does. */
  readonly #escape: number

  constructor(dialect: Dialect) {
    this.#quote = dialect.quote.charCodeAt(0)
    this.#delimiter = dialect.delimiter.charCodeAt(0)
    this.#newline = dialect.newline === 'lf' ? 10 : carriageReturn
    this.#escape = dialect.escape === 'backslash' ? backslash : -1
  }

  read(
    bytes: Uint8Array,
    { position, length, isLast }: { position: number; length: number; isLast: boolean },
  ): 'closed' | 'incomplete' | 'stray' {
    this.escaped = false
    this.#doubtful = false
    this.#newlines = 0
    const atEnd = isLast || length - position > longestQuotedCell ? 'stray' : 'incomplete'
    for (let index = position + 1; index < length; index++) {
      const byte = bytes[index]
      if (byte === this.#newline) {
        if (this.#doubtful) return 'stray'
        this.#newlines++
      } else if (byte === this.#escape) {
        this.escaped = true
        index++
      } else if (byte === this.#quote) {
        const meaning = index + 1 < length || isLast ? this.#judge(bytes, index, length) : atEnd
        if (meaning === 'doubled') index++
        else if (meaning !== 'text') return meaning
      }
    }
    return atEnd
  }

  /** What a quote inside the cell is. */
  #judge(bytes: Uint8Array, index: number, length: number): 'doubled' | 'closed' | 'stray' | 'text' {
    if (bytes[index + 1] === this.#quote && index + 1 < length) {
      this.escaped = true
      return 'doubled'
    }
    if (this.#closes(bytes, index, length)) return this.#close(index)
    if (this.#newlines > 0 && this.#opens(bytes, index)) return 'stray'
    this.#doubtful = true
    return 'text'
  }

  #close(index: number): 'closed' {
    this.end = index
    if (this.#newlines > 0) this.sawNewline = true
    return 'closed'
  }

  #closes(bytes: Uint8Array, quote: number, length: number): boolean {
    let index = quote + 1
    while (index < length && bytes[index] === space && this.#delimiter !== space) index++
    if (index < length && bytes[index] === carriageReturn && this.#newline !== carriageReturn) index++
    this.next = index
    return index >= length || bytes[index] === this.#delimiter || bytes[index] === this.#newline
  }

  #opens(bytes: Uint8Array, quote: number): boolean {
    const before = bytes[quote - 1]
    return before === this.#delimiter || before === this.#newline
  }
}
