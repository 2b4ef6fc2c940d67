import { kindOf } from './detect-header.ts'
import type { Tokenizer } from './tokenizer.ts'

export type OutlinedRecord = { readonly line: number; readonly cells: readonly string[] }

/** Consecutive records of one number of cells, all of them full, or with one cell filled, or with none. */
export type Run = {
  readonly line: number
  readonly cells: number
  readonly kind: 'full' | 'sparse' | 'empty'
  readonly isAfterGap: boolean
  records: number
  /** The first three of them. */
  readonly first: OutlinedRecord[]
  /** The last three of them. */
  last: OutlinedRecord[]
}

/** A file of more runs than this is ragged throughout, and has no outline. */
const mostRuns = 1000
const mostRepeats = 10_000
const kept = 3
/** Of a record, so many cells are kept: enough to tell names and totals by. */
const mostCells = 1000

/** The shape of a whole file: its runs of like records, from which its tables and footers are told. */
export class Outline {
  readonly runs: Run[] = []
  /** Lines on which the header stands once more. */
  readonly repeated: number[] = []
  #bytes: Uint8Array = new Uint8Array(0)
  #isFull = false
  #headersLeft: number
  readonly #header: readonly Uint8Array[]

  /** The records that are the header of the first table. */
  constructor(headers: readonly (readonly string[])[]) {
    const encoder = new TextEncoder()
    const [first = []] = headers
    this.#headersLeft = headers.length
    this.#header = first.length > 1 ? first.map((name) => encoder.encode(name)) : []
  }

  observe = (bytes: Uint8Array, tokens: Tokenizer): void => {
    if (this.#isFull) return
    this.#bytes = bytes
    const gaps = tokens.afterGap.length === 0 ? null : new Set(tokens.afterGap)
    let first = 0
    let runFrom = 0
    for (let record = 0; record < tokens.records; record++) {
      const end = tokens.recordEnds[record] ?? 0
      const kind = kindOfRecord(tokens, first, end)
      const isAfterGap = gaps?.has(record) === true
      if (this.#headersLeft > 0) this.#headersLeft--
      else if (this.#isRepeated(tokens, first, end)) this.repeated.push(tokens.lines[record] ?? 0)
      const like = { kind, cells: end - first, isAfterGap }
      if (!this.#continues(tokens, record, like)) {
        this.#close(tokens, runFrom, record)
        runFrom = record
        if (this.runs.length === mostRuns) return this.#giveUp()
        this.runs.push(newRun(tokens, record, like))
      }
      this.#count(tokens, record)
      first = end
    }
    this.#close(tokens, runFrom, tokens.records)
  }

  /** Is a record like those of the last run? After an empty line, only if it does not look like a header. */
  #continues(tokens: Tokenizer, record: number, { kind, cells, isAfterGap }: RunKind): boolean {
    const run = this.runs.at(-1)
    if (run === undefined || run.cells !== cells || run.kind !== kind) return false
    return !isAfterGap || !isWords(tokens.texts(this.#bytes, record, mostCells))
  }

  #count(tokens: Tokenizer, record: number): void {
    const run = this.runs.at(-1)
    if (run !== undefined && run.records++ < kept) run.first.push(this.#read(tokens, record))
  }

  #giveUp(): void {
    this.#isFull = true
    this.runs.length = 1
  }

  /** Keeps the last records of a run, of which `[from, to)` have just been cut. */
  #close(tokens: Tokenizer, from: number, to: number): void {
    const run = this.runs.at(-1)
    if (run === undefined || from === to) return
    const own = Array.from({ length: Math.min(kept, to - from) }, (_, at) =>
      this.#read(tokens, to - Math.min(kept, to - from) + at),
    )
    run.last = [...run.last, ...own].slice(-kept)
  }

  #read(tokens: Tokenizer, record: number): OutlinedRecord {
    return { line: tokens.lines[record] ?? 0, cells: tokens.texts(this.#bytes, record, mostCells) }
  }

  #isRepeated(tokens: Tokenizer, first: number, end: number): boolean {
    const [name] = this.#header
    if (name === undefined || !this.#isSame(name, tokens.starts[first] ?? 0, tokens.ends[first] ?? 0)) return false
    if (end - first !== this.#header.length || this.repeated.length >= mostRepeats) return false
    return this.#header.every((name, at) =>
      this.#isSame(name, tokens.starts[first + at] ?? 0, tokens.ends[first + at] ?? 0),
    )
  }

  #isSame(name: Uint8Array, start: number, end: number): boolean {
    if (end - start !== name.length) return false
    for (let at = 0; at < name.length; at++) if (this.#bytes[start + at] !== name[at]) return false
    return true
  }
}

type RunKind = Pick<Run, 'kind' | 'cells' | 'isAfterGap'>

const newRun = (tokens: Tokenizer, record: number, run: RunKind): Run => ({
  ...run,
  line: tokens.lines[record] ?? 0,
  records: 0,
  first: [],
  last: [],
})

function kindOfRecord(tokens: Tokenizer, first: number, end: number): Run['kind'] {
  let filled = 0
  for (let cell = first; cell < end && filled < 2; cell++) {
    if ((tokens.ends[cell] ?? 0) > (tokens.starts[cell] ?? 0)) filled++
  }
  return filled === 0 ? 'empty' : filled === 1 && end - first > 2 ? 'sparse' : 'full'
}

/** Nothing but words that differ: what a header is made of. */
export function isWords(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return filled.length > 1 && new Set(filled).size === filled.length && filled.every((cell) => kindOf(cell) === 'text')
}
