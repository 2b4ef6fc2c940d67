import { kindOf } from './detect-header.ts'

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

/** Some consecutive records of a file, however they were read: text that was cut, or rows of a sheet. */
export type RecordView = {
  readonly count: number
  readonly line: (record: number) => number
  /** How many cells it has. */
  readonly width: (record: number) => number
  /** How many of its cells hold something: 2 stands for more. */
  readonly filled: (record: number) => number
  /** Does it follow an empty line? */
  readonly isAfterGap: (record: number) => boolean
  /** Is it the first record of the header once more? */
  readonly isHeader: (record: number) => boolean
  readonly texts: (record: number, atMost: number) => string[]
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
  #isFull = false
  #headersLeft: number

  /** The first records are the header of the first table: so many. */
  constructor(headers: number) {
    this.#headersLeft = headers
  }

  observe = (view: RecordView): void => {
    if (this.#isFull) return
    let runFrom = 0
    for (let record = 0; record < view.count; record++) {
      const like = likeness(view, record)
      if (this.#headersLeft > 0) this.#headersLeft--
      else if (this.repeated.length < mostRepeats && view.isHeader(record)) this.repeated.push(view.line(record))
      if (!this.#continues(view, record, like)) {
        this.#close(view, runFrom, record)
        runFrom = record
        if (this.runs.length === mostRuns) return this.#giveUp()
        this.runs.push({ ...like, line: view.line(record), records: 0, first: [], last: [] })
      }
      this.#count(view, record)
    }
    this.#close(view, runFrom, view.count)
  }

  /** Is a record like those of the last run? After an empty line, only if it does not look like a header. */
  #continues(view: RecordView, record: number, { kind, cells, isAfterGap }: Likeness): boolean {
    const run = this.runs.at(-1)
    if (run === undefined || run.cells !== cells || run.kind !== kind) return false
    return !isAfterGap || !isWords(view.texts(record, mostCells))
  }

  #count(view: RecordView, record: number): void {
    const run = this.runs.at(-1)
    if (run !== undefined && run.records++ < kept) run.first.push(outlined(view, record))
  }

  #giveUp(): void {
    this.#isFull = true
    this.runs.length = 1
  }

  /** Keeps the last records of a run, of which `[from, to)` have just been read. */
  #close(view: RecordView, from: number, to: number): void {
    const run = this.runs.at(-1)
    if (run === undefined || from === to) return
    const count = Math.min(kept, to - from)
    const own = Array.from({ length: count }, (_, at) => outlined(view, to - count + at))
    run.last = [...run.last, ...own].slice(-kept)
  }
}

type Likeness = Pick<Run, 'kind' | 'cells' | 'isAfterGap'>

function likeness(view: RecordView, record: number): Likeness {
  const [cells, filled] = [view.width(record), view.filled(record)]
  const kind = filled === 0 ? 'empty' : filled === 1 && cells > 2 ? 'sparse' : 'full'
  return { kind, cells, isAfterGap: view.isAfterGap(record) }
}

const outlined = (view: RecordView, record: number): OutlinedRecord => ({
  line: view.line(record),
  cells: view.texts(record, mostCells),
})

/** Nothing but words that differ: what a header is made of. */
export function isWords(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return filled.length > 1 && new Set(filled).size === filled.length && filled.every((cell) => kindOf(cell) === 'text')
}
