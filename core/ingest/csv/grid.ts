import { type Block, decodeCell } from '../block.ts'
import type { OddRows } from './odd-rows.ts'
import type { RowAligner } from './row-aligner.ts'
import type { Tokenizer } from './tokenizer.ts'

/** How records become rows of one width. */
export type GridRules = {
  readonly width: number
  /** The number of cells that most records have, trailing delimiters included. */
  readonly usual: number
  readonly aligner: RowAligner | null
  /** Do delimiters stand within cells as often as between them, as spaces do? Then a surplus is never but a trailing delimiter. */
  readonly isLoose: boolean
  /** Keep, beside each row, the cells it has too many? */
  readonly keepsSurplus: boolean
}

/** Cells of rows that are set right or padded together. */
const cellsAtOnce = 1 << 17

/** Do all records have exactly so many cells? */
function isEven(tokens: Tokenizer, width: number): boolean {
  for (let record = 0; record < tokens.records; record++) {
    if (tokens.recordEnds[record] !== (record + 1) * width) return false
  }
  return true
}

function hasText(tokens: Tokenizer, from: number, to: number): boolean {
  for (let cell = from; cell < to; cell++) if ((tokens.ends[cell] ?? 0) > (tokens.starts[cell] ?? 0)) return true
  return false
}

function hasGap(tokens: Tokenizer, from: number, to: number): boolean {
  for (let cell = from; cell < to; cell++) if ((tokens.ends[cell] ?? 0) <= (tokens.starts[cell] ?? 0)) return true
  return false
}

/** What was cut into records, and who is told of odd ones. */
type Cut = { readonly bytes: Uint8Array; readonly tokens: Tokenizer; readonly odd: OddRows | null }

class Grid {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly surplus: { row: number; cells: readonly string[] }[] = []
  readonly #bytes: Uint8Array
  readonly #tokens: Tokenizer
  readonly #rules: GridRules
  readonly #odd: OddRows | null
  /** The record that becomes the first row. */
  readonly #first: number

  constructor({ bytes, tokens, odd }: Cut, rules: GridRules, { from, to }: { from: number; to: number }) {
    this.starts = new Int32Array((to - from) * rules.width).fill(-1)
    this.ends = new Int32Array((to - from) * rules.width).fill(-1)
    this.#bytes = bytes
    this.#tokens = tokens
    this.#rules = rules
    this.#odd = odd
    this.#first = from
  }

  /** A row of so many cells: as it stands where they fit, else set right where that can be told, else padded or cut. */
  add(record: number, first: number, end: number): void {
    const { width, usual } = this.#rules
    const kept = Math.min(end, first + width)
    if (end - first === width) return this.#keep(record, first, kept)
    const isOdd = kept - first < width || hasText(this.#tokens, kept, end)
    const isAligned =
      end - first !== usual && (isOdd || this.#mayHaveMoved(first, kept)) && this.#align(record, first, end)
    if (isOdd || isAligned) this.#odd?.add(this.#bytes, this.#tokens, record)
    if (isAligned) return
    this.#keep(record, first, kept)
    if (this.#rules.keepsSurplus) this.#keepSurplus(record, kept, isOdd ? end : kept)
  }

  #mayHaveMoved(first: number, kept: number): boolean {
    return this.#rules.isLoose || hasGap(this.#tokens, first, kept)
  }

  /** Sets a row right where what its cells look like shows how. */
  #align(record: number, first: number, end: number): boolean {
    const { width, aligner } = this.#rules
    const cells = aligner?.align(this.#bytes, { tokens: this.#tokens, record, first, end }) ?? null
    if (cells === null) return false
    const at = (record - this.#first) * width
    this.starts.set(cells.starts, at)
    this.ends.set(cells.ends, at)
    return true
  }

  #keep(record: number, first: number, end: number): void {
    const at = (record - this.#first) * this.#rules.width
    this.starts.set(this.#tokens.starts.subarray(first, end), at)
    this.ends.set(this.#tokens.ends.subarray(first, end), at)
  }

  #keepSurplus(record: number, first: number, end: number): void {
    if (end === first) return
    const { starts, ends } = this.#tokens
    const cells = Array.from({ length: end - first }, (_, at) =>
      decodeCell(this.#bytes, starts[first + at] ?? 0, ends[first + at] ?? 0),
    )
    this.surplus.push({ row: record - this.#first, cells })
  }
}

/**
 * Records as rows of one width, in blocks of not too many cells. Those with more or fewer cells are set right where that
 * can be told, else padded or cut, and told to `odd`. A surplus of empty cells only, as trailing delimiters make, is not
 * odd: nothing is lost.
 */
export function* gridsOf(cut: Cut, rules: GridRules): Generator<Block> {
  const { bytes, tokens } = cut
  const { width } = rules
  if (isEven(tokens, width)) {
    return yield { bytes, rows: tokens.records, width, starts: tokens.starts, ends: tokens.ends }
  }
  const rowsAtOnce = Math.max(1, Math.floor(cellsAtOnce / width))
  let first = 0
  for (let from = 0; from < tokens.records; from += rowsAtOnce) {
    const to = Math.min(tokens.records, from + rowsAtOnce)
    const grid = new Grid(cut, rules, { from, to })
    for (let record = from; record < to; record++) {
      const end = tokens.recordEnds[record] ?? 0
      grid.add(record, first, end)
      first = end
    }
    const { starts, ends, surplus } = grid
    yield { bytes, rows: to - from, width, starts, ends, ...(surplus.length > 0 ? { surplus } : {}) }
  }
}
