import { decodeCell } from '../block.ts'
import { type Alignment, alignmentOf, plainFit } from './align-row.ts'
import type { ColumnShapes } from './column-shapes.ts'
import type { Dialect } from './dialect.ts'
import { Tokenizer } from './tokenizer.ts'

/** Where the cells of one row stand; −1, −1 for one that the file does not have. */
export type RowCells = { readonly starts: readonly number[]; readonly ends: readonly number[] }

/** A record, cut: cells `[first, end)` of the tokens. */
type Cut = { readonly tokens: Tokenizer; readonly record: number; readonly first: number; readonly end: number }

const otherDelimiters = [';', '\t', '|', ' ', ','] as const
/** A row read under another delimiter must be so much likelier than as it stands. */
const clearly = 3
const mostCells = 600

/** Sets rows right whose cells have moved, by what the columns of the table look like. */
export class RowAligner {
  readonly #shapes: ColumnShapes
  readonly #others: readonly { readonly tokens: Tokenizer; readonly delimiter: number }[]

  constructor(shapes: ColumnShapes, dialect: Dialect) {
    this.#shapes = shapes
    this.#others = otherDelimiters
      .filter((delimiter) => !dialect.delimiter.includes(delimiter))
      .map((delimiter) => ({
        tokens: new Tokenizer({ ...dialect, delimiter, comment: '', isAligned: false, skippedLines: 0 }),
        delimiter: delimiter.charCodeAt(0),
      }))
  }

  /** The cells of a record in their columns; null where they stand right, or nothing shows how they would. */
  align(bytes: Uint8Array, cut: Cut): RowCells | null {
    const { tokens, record, first, end } = cut
    if (end - first > mostCells) return null
    const cells = textsOf(bytes, tokens, first, end)
    const isWhole = !tokens.changed.has(record)
    const found = alignmentOf(cells, this.#shapes, (from, to) =>
      isWhole ? decodeCell(bytes, tokens.starts[first + from] ?? 0, tokens.ends[first + to] ?? 0) : '\u0000',
    )
    if (found !== null) return this.#moved(cut, cells, found)
    return isWhole && cells.length < this.#shapes.width ? this.#underAnother(bytes, cut, cells) : null
  }

  #moved({ tokens, first, end }: Cut, cells: readonly string[], { column }: Alignment): RowCells {
    const extra = end - first - this.#shapes.width
    const place = (at: number): readonly [number, number] => [
      tokens.starts[first + at] ?? -1,
      tokens.ends[first + at] ?? -1,
    ]
    const all = cells.map((_, at) => place(at))
    const spans =
      extra > 0
        ? [
            ...all.slice(0, column),
            merged(all.slice(column, column + extra + 1), cells.slice(column)),
            ...all.slice(column + extra + 1),
          ]
        : [...all.slice(0, column), ...Array.from({ length: -extra }, () => [-1, -1] as const), ...all.slice(column)]
    return { starts: spans.map(([start]) => start), ends: spans.map(([, stop]) => stop) }
  }

  /** A row that another delimiter cuts into as many cells as there are columns, and that then fits. */
  #underAnother(bytes: Uint8Array, { tokens, record, first, end }: Cut, cells: readonly string[]): RowCells | null {
    const from = tokens.recordStarts[record] ?? 0
    const span = [from, Math.max(from, (tokens.ends[end - 1] ?? 0) + this.#tail(bytes, tokens, end))] as const
    let best: RowCells | null = null
    let bestFit = plainFit(cells, this.#shapes) + clearly
    for (const { tokens: other, delimiter } of this.#others) {
      const text = bytes.slice(...span)
      if (!text.includes(delimiter)) continue
      other.cut(text, text.length, true)
      if (other.records !== 1) continue
      const found = this.#fitting(text, other)
      if (found === null || found.fit <= bestFit || other.changed.size > 0) continue
      bestFit = found.fit
      best = {
        starts: found.row.starts.map((at) => (at < 0 ? at : at + from)),
        ends: found.row.ends.map((at) => (at < 0 ? at : at + from)),
      }
    }
    return first < end ? best : null
  }

  /** A closing quote after the last cell belongs to the record. */
  #tail(bytes: Uint8Array, tokens: Tokenizer, end: number): number {
    const after = bytes[tokens.ends[end - 1] ?? 0]
    return after === 34 || after === 39 ? 1 : 0
  }

  #fitting(text: Uint8Array, tokens: Tokenizer): { readonly row: RowCells; readonly fit: number } | null {
    const end = tokens.recordEnds[0] ?? 0
    const cells = textsOf(text, tokens, 0, end)
    const { width } = this.#shapes
    if (cells.length === width) {
      const row = { starts: [...tokens.starts.subarray(0, end)], ends: [...tokens.ends.subarray(0, end)] }
      return { row, fit: plainFit(cells, this.#shapes) }
    }
    if (cells.length < width) return null
    const found = alignmentOf(cells, this.#shapes, (from, to) =>
      decodeCell(text, tokens.starts[from] ?? 0, tokens.ends[to] ?? 0),
    )
    return found && { row: this.#moved({ tokens, record: 0, first: 0, end }, cells, found), fit: found.fit }
  }
}

/** The parts of one cell as one: from the first that holds something to the last that does. */
function merged(parts: readonly (readonly [number, number])[], cells: readonly string[]): readonly [number, number] {
  const holds = (at: number): boolean => (cells[at] ?? '').trim() !== ''
  const places = parts.map((_, at) => at)
  const [first, last] = [places.find(holds), places.findLast(holds)]
  if (first === undefined || last === undefined) return parts[0] ?? [-1, -1]
  return [parts[first]?.[0] ?? -1, parts[last]?.[1] ?? -1]
}

const textsOf = (bytes: Uint8Array, tokens: Tokenizer, first: number, end: number): string[] =>
  Array.from({ length: end - first }, (_, at) =>
    decodeCell(bytes, tokens.starts[first + at] ?? 0, tokens.ends[first + at] ?? 0),
  )
