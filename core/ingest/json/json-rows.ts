import type { IngestReport } from '../ingest-report.ts'
import type { TextRow } from '../rows/block-writer.ts'
import type { RowChunks } from '../rows/open-rows.ts'
import { JsonText } from './json-text.ts'
import type { JsonForm } from './split-records.ts'

/** Thrown at the first column beyond these. */
export class TooManyColumns extends Error {}

export const mostColumns = 4096
/** Cells that are handed on together. */
const cellsAtOnce = 1 << 15
const mostExamples = 100
const longestExample = 500

/** A value of a record and its dotted path. */
type Value = readonly [string, string | null]

/** Turns the texts of records into rows; the columns are all paths that any record has. */
export class JsonRows {
  /** Objects have names for their values, lists have places. The first record decides. */
  shape: 'objects' | 'lists' | null = null
  readonly names: string[] = []
  readonly #places = new Map<string, number>()
  readonly #odd: { readonly line: number; readonly cells: number; readonly text: string }[] = []
  #oddRows = 0
  #lists = false
  #exploded = 0
  /** The dotted name of a list within records, of which each element becomes a row. */
  readonly #explode: string | null

  constructor(explode: string | null = null) {
    this.#explode = explode
  }

  /** The same columns, nothing counted yet. */
  again(): JsonRows {
    const rows = new JsonRows(this.#explode)
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
        ...(this.#explode !== null && this.#exploded === 0
          ? [`No record has a list called “${this.#explode}”, so none was taken apart.`]
          : []),
      ],
    }
  }

  /** The rows of records. One bad line is odd; one bad record of a list makes the whole file unreadable. */
  async *read(texts: AsyncIterable<readonly string[]>, form: JsonForm): RowChunks {
    const counter = { line: 0 }
    for await (const chunk of texts) {
      let rows: TextRow[] = []
      for (const row of this.#rowsOf(chunk, form, counter)) {
        rows.push(row)
        if (rows.length * this.names.length < cellsAtOnce) continue
        yield rows
        rows = []
      }
      yield rows
    }
  }

  *#rowsOf(texts: readonly string[], form: JsonForm, counter: { line: number }): Generator<TextRow> {
    for (const text of texts) {
      counter.line++
      const records = form === 'list' ? this.#records(text) : this.#recordsOrOdd(text, counter.line)
      for (const values of records) yield this.#row(values)
    }
  }

  #recordsOrOdd(text: string, line: number): Iterable<readonly Value[]> {
    try {
      return this.#records(text)
    } catch {
      this.#oddRows++
      if (this.#odd.length < mostExamples) this.#odd.push({ line, cells: 1, text: text.slice(0, longestExample) })
      return []
    }
  }

  /** The values of a record; of several, where a list in it is exploded. */
  #records(text: string): Iterable<readonly Value[]> {
    const json = new JsonText(text)
    const first = json.peek()
    this.shape ??= first === '[' ? 'lists' : 'objects'
    const values: Value[] = []
    if (this.shape === 'lists' && first === '[') {
      let place = 0
      json.elements(() => values.push([String(place++), json.scalar()]))
    } else {
      json.flatten('', (path, value) => values.push([path === '' ? 'value' : path, value]))
    }
    if (json.peek() !== '') throw new SyntaxError('it has more than one value in a record')
    return this.#explodedFrom(values)
  }

  /** A record once for each element of the list that was to be exploded; once, where it has no such list. */
  #explodedFrom(values: readonly Value[]): Iterable<readonly Value[]> {
    const at = this.#explode === null ? -1 : values.findIndex(([path]) => path === this.#explode)
    const [name, list] = values[at] ?? ['', null]
    if (list?.startsWith('[') !== true) return [values]
    this.#exploded++
    const elements: Value[][] = []
    const json = new JsonText(list)
    json.elements(() => {
      const own: Value[] = []
      json.flatten(name, (path, value) => own.push([path, value]))
      elements.push(own)
    })
    const [before, after] = [values.slice(0, at), values.slice(at + 1)]
    if (elements.length === 0) return [[...before, ...after]]
    return (function* () {
      for (const own of elements) yield [...before, ...own, ...after]
    })()
  }

  #row(values: readonly Value[]): TextRow {
    const row: (string | null)[] = []
    for (const [name, value] of values) row[this.#placeOf(name)] = value
    this.#lists ||= values.some(([, value]) => value?.startsWith('[') === true)
    return Array.from(row, (value) => value ?? null)
  }

  #placeOf(name: string): number {
    let place = this.#places.get(name)
    if (place === undefined) {
      place = this.names.length
      if (place >= mostColumns) throw new TooManyColumns()
      this.#places.set(name, place)
      this.names.push(name)
    }
    return place
  }
}
