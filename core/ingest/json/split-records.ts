import type { Budget } from '../../budget.ts'
import { longestRow } from '../file-budget.ts'

/** How the records of a file stand: in one list, or one on each line. */
export type JsonForm = 'list' | 'lines'

/** Bytes in which records are looked for between rests. */
const pieceSize = 1 << 16

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return only
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const [quote, backslash, comma, newline] = [34, 92, 44, 10]
const isOpening = (byte: number): boolean => byte === 91 || byte === 123
const isClosing = (byte: number): boolean => byte === 93 || byte === 125

/** Finds where records end in bytes that arrive in chunks. */
class Boundaries {
  #depth = 0
  #isInText = false
  #isEscaped = false
  readonly #form: JsonForm

  constructor(form: JsonForm) {
    this.#form = form
  }

  /** Has the list been closed? */
  isDone = false

  /** Is this byte a mark around records, not part of one? */
  isBoundary(byte: number): boolean {
    if (this.#form === 'lines') return byte === newline
    if (this.#isInText) {
      this.#seeText(byte)
      return false
    }
    if (byte === quote) this.#isInText = true
    else if (isOpening(byte)) return ++this.#depth === 1
    else if (isClosing(byte)) {
      this.isDone = --this.#depth === 0
      return this.isDone
    }
    return byte === comma && this.#depth === 1
  }

  #seeText(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false
    else if (byte === backslash) this.#isEscaped = true
    else if (byte === quote) this.#isInText = false
  }
}

/** Gathers bytes until a record is whole. */
class Gatherer {
  readonly #decoder = new TextDecoder('utf-8')
  #parts: Uint8Array[] = []
  #length = 0

  keep(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    // A copy: the chunk may be used again by whoever made it.
    this.#parts.push(bytes.slice())
    this.#length += bytes.length
    if (this.#length > longestRow) throw new Error(`one of its records is larger than ${longestRow >> 20} MB`)
  }

  take(): string {
    const text = this.#decoder.decode(joined(this.#parts)).trim()
    this.#parts = []
    this.#length = 0
    return text
  }
}

function cut(chunk: Uint8Array, boundaries: Boundaries, gatherer: Gatherer): string[] {
  const records: string[] = []
  let from = 0
  for (let at = 0; at < chunk.length && !boundaries.isDone; at++) {
    if (!boundaries.isBoundary(chunk[at] ?? 0)) continue
    gatherer.keep(chunk.subarray(from, at))
    const record = gatherer.take()
    if (record !== '') records.push(record)
    from = at + 1
  }
  if (!boundaries.isDone) gatherer.keep(chunk.subarray(from))
  return records
}

/** The texts of single records, some at a time. Throws where a list is not closed. */
export async function* splitRecords(
  chunks: AsyncIterable<Uint8Array>,
  form: JsonForm,
  budget: Budget,
): AsyncGenerator<string[]> {
  const [boundaries, gatherer] = [new Boundaries(form), new Gatherer()]
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += pieceSize) {
      yield cut(chunk.subarray(from, from + pieceSize), boundaries, gatherer)
      budget.work(pieceSize)
      if (budget.isDue) await budget.rest()
    }
  }
  if (form === 'list' && !boundaries.isDone) throw new Error('its list is not closed, so it is cut short')
  const last = gatherer.take()
  if (form === 'lines' && last !== '') yield [last]
}
