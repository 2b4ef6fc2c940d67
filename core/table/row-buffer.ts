import type { Column, Field, Table, TextColumn } from './table.ts'
import { TextMerger } from './text-merger.ts'

/** Distinct text, in UTF-16 units, that ends a row group early; rows of long text would otherwise exhaust memory. */
const heavy = 16_000_000

type Buffered = { readonly field: Field; values: Float64Array; codes: Int32Array; merger: TextMerger }

/** Collects rows of many tables into row groups. */
export class RowBuffer {
  rows = 0
  #text = 0
  readonly #columns: readonly Buffered[]

  readonly #limit: number

  constructor(fields: readonly Field[], limit: number) {
    this.#limit = limit
    this.#columns = fields.map((field) => ({ field, ...empty() }))
  }

  /** True when the row group should end. */
  get isFull(): boolean {
    return this.rows === this.#limit || this.#text > heavy
  }

  /** Adds rows from `start` until the buffer is full; returns the number added. */
  add(table: Table, start: number): number {
    if (table.columns.length !== this.#columns.length) throw new Error('A table does not have the columns of its file')
    const count = Math.min(table.rows - start, this.#limit - this.rows)
    for (const [index, buffered] of this.#columns.entries()) {
      const column = table.columns[index]
      if (!column || column.type !== buffered.field.type)
        throw new Error(`Column ${buffered.field.name} changed its type`)
      if (column.type === 'text') this.#addText(buffered, column, { start, count })
      else this.#addNumbers(buffered, column.values.subarray(start, start + count))
    }
    this.rows += count
    return count
  }

  #addNumbers(buffered: Buffered, values: Float64Array): void {
    const size = this.rows + values.length
    if (buffered.values.length < size) buffered.values = enlarge(buffered.values, new Float64Array(this.#roomFor(size)))
    buffered.values.set(values, this.rows)
  }

  #roomFor(rows: number): number {
    return Math.min(this.#limit, Math.max(4096, 2 ** Math.ceil(Math.log2(rows))))
  }

  #addText(buffered: Buffered, column: TextColumn, { start, count }: { start: number; count: number }): void {
    const size = this.rows + count
    if (buffered.codes.length < size) buffered.codes = enlarge(buffered.codes, new Int32Array(this.#roomFor(size)))
    const { merger, codes } = buffered
    const known = new Int32Array(column.dictionary.length).fill(-1)
    for (let row = 0; row < count; row++) {
      const code = column.codes[start + row] as number
      if (code >= 0 && (known[code] as number) < 0)
        known[code] = this.#codeOf(merger, column.dictionary[code] as string)
      codes[this.rows + row] = code < 0 ? -1 : (known[code] as number)
    }
  }

  #codeOf(merger: TextMerger, text: string): number {
    const before = merger.dictionary.length
    const code = merger.codeOf(text)
    if (merger.dictionary.length > before) this.#text += text.length
    return code
  }

  /** Returns the buffered rows as one table and empties the buffer. */
  take(): Table {
    const { rows } = this
    const columns = this.#columns.map((buffered) => taken(buffered, rows))
    for (const buffered of this.#columns) Object.assign(buffered, empty())
    this.rows = 0
    this.#text = 0
    return { rows, columns }
  }
}

const empty = () => ({ values: new Float64Array(0), codes: new Int32Array(0), merger: new TextMerger() })

function enlarge<Values extends Float64Array | Int32Array>(old: Values, larger: Values): Values {
  larger.set(old)
  return larger
}

function taken({ field: { name, type }, values, codes, merger }: Buffered, rows: number): Column {
  return type === 'text'
    ? { name, type, codes: codes.subarray(0, rows), dictionary: merger.dictionary }
    : { name, type, values: values.subarray(0, rows) }
}
