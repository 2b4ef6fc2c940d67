import type { IngestReport } from '../ingest-report.ts'
import type { TextRow } from '../rows/block-writer.ts'
import type { RowChunks } from '../rows/open-rows.ts'
import { JsonText } from './json-text.ts'
import type { JsonForm } from './split-records.ts'

const mostExamples = 100
const longestExample = 500

/** Turns the texts of records into rows; the columns are all paths that any record has. */
export class JsonRows {
  /** Objects have names for their values, lists have places. The first record decides. */
  shape: 'objects' | 'lists' | null = null
  readonly names: string[] = []
  readonly #places = new Map<string, number>()
  readonly #odd: { readonly line: number; readonly cells: number; readonly text: string }[] = []
  #oddRows = 0
  #lists = false

  /** The same columns, nothing counted yet. */
  again(): JsonRows {
    const rows = new JsonRows()
    rows.shape = this.shape
    for (const name of this.names) rows.#placeOf(name)
    return rows
  }

  report(): Pick<IngestReport, 'oddRows' | 'oddRowExamples' | 'notes'> {
    return {
      oddRows: this.#oddRows,
      oddRowExamples: this.#odd,
      notes: [
        ...(this.#oddRows > 0 ? ['Lines that are no JSON were left out; they are listed as odd.'] : []),
        ...(this.#lists ? ['Lists within records are kept as text.'] : []),
      ],
    }
  }

  /** The rows of records. One bad line is odd; one bad record of a list makes the whole file unreadable. */
  async *read(texts: AsyncIterable<readonly string[]>, form: JsonForm): RowChunks {
    let line = 0
    for await (const chunk of texts) {
      const rows: TextRow[] = []
      for (const text of chunk) {
        line++
        const row = form === 'list' ? this.#row(text) : this.#rowOrOdd(text, line)
        if (row !== null) rows.push(row)
      }
      yield rows
    }
  }

  #rowOrOdd(text: string, line: number): TextRow | null {
    try {
      return this.#row(text)
    } catch {
      this.#oddRows++
      if (this.#odd.length < mostExamples) this.#odd.push({ line, cells: 1, text: text.slice(0, longestExample) })
      return null
    }
  }

  #row(text: string): TextRow {
    const json = new JsonText(text)
    const row: (string | null)[] = []
    const first = json.peek()
    this.shape ??= first === '[' ? 'lists' : 'objects'
    const values: [string, string | null][] = []
    if (this.shape === 'lists' && first === '[') {
      let place = 0
      json.elements(() => values.push([String(place++), json.scalar()]))
    } else {
      json.flatten('', (path, value) => values.push([path === '' ? 'value' : path, value]))
    }
    if (json.peek() !== '') throw new SyntaxError('it has more than one value in a record')
    for (const [name, value] of values) row[this.#placeOf(name)] = value
    this.#lists ||= values.some(([, value]) => value?.startsWith('[') === true)
    return Array.from(row, (value) => value ?? null)
  }

  #placeOf(name: string): number {
    let place = this.#places.get(name)
    if (place === undefined) {
      place = this.names.length
      this.#places.set(name, place)
      this.names.push(name)
    }
    return place
  }
}
