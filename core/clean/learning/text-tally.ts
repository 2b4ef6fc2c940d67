import { fail } from '../../errors.ts'
import { ok, type Result } from '../../result.ts'
import type { Column } from '../../table/table.ts'

/** Maximum distinct texts; they fit in an edge worker's memory beside a row group. */
const maxTexts = 100_000
const maxUnits = 8_000_000

/** Exact counts of a column's texts, if there are few enough distinct ones. */
export class TextTally {
  readonly #name: string
  readonly #counts = new Map<string, number>()
  #units = 0
  #overflows = false

  constructor(name: string) {
    this.#name = name
  }

  add(column: Column): void {
    if (column.type !== 'text' || this.#overflows) return
    const counts = new Int32Array(column.dictionary.length)
    for (const code of column.codes) if (code >= 0) counts[code] = (counts[code] ?? 0) + 1
    for (const [code, text] of column.dictionary.entries()) this.#count(text, counts[code] ?? 0)
    if (this.#counts.size > maxTexts || this.#units > maxUnits) {
      this.#overflows = true
      this.#counts.clear()
    }
  }

  #count(text: string, count: number): void {
    if (count === 0) return
    const before = this.#counts.get(text)
    if (before === undefined) this.#units += text.length
    this.#counts.set(text, (before ?? 0) + count)
  }

  /** Fails for too many distinct texts. */
  finish(): Result<ReadonlyMap<string, number>> {
    if (!this.#overflows) return ok(this.#counts)
    return fail('clean/nothing-to-go-by', {
      column: this.#name,
      reason: `it holds more than ${maxTexts.toLocaleString('en')} different texts, too many to compare`,
    })
  }
}
