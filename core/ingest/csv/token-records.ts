import type { RecordView } from '../layout/outline.ts'
import type { Tokenizer } from './tokenizer.ts'

const encoder = new TextEncoder()

/** Records as they were cut from text, without a string for each cell. */
export class TokenRecords implements RecordView {
  #bytes: Uint8Array = new Uint8Array(0)
  #tokens: Tokenizer | null = null
  #gaps: ReadonlySet<number> = new Set()
  readonly #header: readonly Uint8Array[]

  constructor(header: readonly string[] = []) {
    this.#header = header.length > 1 ? header.map((name) => encoder.encode(name)) : []
  }

  /** The records of another piece of the file. */
  of(bytes: Uint8Array, tokens: Tokenizer): this {
    this.#bytes = bytes
    this.#tokens = tokens
    this.#gaps = new Set(tokens.afterGap)
    return this
  }

  get count(): number {
    return this.#tokens?.records ?? 0
  }

  line = (record: number): number => this.#tokens?.lines[record] ?? 0
  width = (record: number): number => this.#end(record) - this.#first(record)
  isAfterGap = (record: number): boolean => this.#gaps.has(record)
  texts = (record: number, atMost: number): string[] => this.#tokens?.texts(this.#bytes, record, atMost) ?? []

  filled = (record: number): number => {
    const [end, tokens] = [this.#end(record), this.#tokens]
    let filled = 0
    for (let cell = this.#first(record); cell < end && filled < 2; cell++) {
      if ((tokens?.ends[cell] ?? 0) > (tokens?.starts[cell] ?? 0)) filled++
    }
    return filled
  }

  isHeader = (record: number): boolean => {
    const first = this.#first(record)
    if (this.#header.length === 0 || !this.#isName(0, first) || this.width(record) !== this.#header.length) return false
    return this.#header.every((_, at) => this.#isName(at, first + at))
  }

  #isName(at: number, cell: number): boolean {
    const name = this.#header[at] ?? new Uint8Array(0)
    const start = this.#tokens?.starts[cell] ?? 0
    if ((this.#tokens?.ends[cell] ?? 0) - start !== name.length) return false
    for (let index = 0; index < name.length; index++) if (this.#bytes[start + index] !== name[index]) return false
    return true
  }

  #first(record: number): number {
    return record === 0 ? 0 : (this.#tokens?.recordEnds[record - 1] ?? 0)
  }

  #end(record: number): number {
    return this.#tokens?.recordEnds[record] ?? 0
  }
}
