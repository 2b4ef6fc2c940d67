import type { IngestReport } from '../ingest-report.ts'
import type { Tokenizer } from './tokenizer.ts'

const examplesKept = 100
const longestExample = 2000

/** Rows whose number of cells differs from the header's: counted, the first of them kept word for word. */
export class OddRows {
  count = 0
  readonly examples: IngestReport['oddRowExamples'][number][] = []
  readonly #delimiter: string

  constructor(delimiter: string) {
    this.#delimiter = delimiter
  }

  add(bytes: Uint8Array, tokens: Tokenizer, record: number): void {
    this.count++
    if (this.examples.length >= examplesKept) return
    const first = record === 0 ? 0 : (tokens.recordEnds[record - 1] ?? 0)
    const end = tokens.recordEnds[record] ?? 0
    const text = tokens.texts(bytes, record, longestExample).join(this.#delimiter).slice(0, longestExample)
    this.examples.push({ line: tokens.lines[record] ?? 0, cells: end - first, text })
  }
}
