import type { AsidePart, TextFindings } from '../ingest-report.ts'

const examplesKept = 100
const longestExample = 2000

/** From a line on, what is no row of the table is this; in the order of the lines. */
export type Parts = readonly { readonly line: number; readonly part: AsidePart }[]

/** Lines that are no rows of the table: all counted, the text of the first ones kept. */
export class AsideLines {
  readonly counts: Record<AsidePart, number> = {
    skipped: 0,
    comment: 0,
    'repeated header': 0,
    footer: 0,
    'other table': 0,
  }
  readonly #examples: TextFindings['aside']['examples'][number][] = []

  add(part: AsidePart, line: number, text: () => string): void {
    this.counts[part]++
    if (this.#examples.length >= examplesKept) return
    this.#examples.push({ line, part, text: text().slice(0, longestExample) })
  }

  get found(): TextFindings['aside'] {
    return { counts: { ...this.counts }, examples: this.#examples.toSorted((a, b) => a.line - b.line) }
  }
}

/** What a line is, by where the parts begin. */
export function partAt(parts: Parts, line: number): AsidePart {
  return parts.findLast((one) => one.line <= line)?.part ?? 'skipped'
}
