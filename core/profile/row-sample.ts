import type { Table } from '../table/table.ts'
import { joined, mix, type TextHashes } from './hash.ts'

/** Sampled rows as numbers: texts are hashes, for equality only; null is NaN. */
export type SampledRows = {
  /** Row numbers in the file, from 0, ascending. */
  readonly rows: Float64Array
  readonly columns: readonly Float64Array[]
  /** True if the sample contains every row. */
  readonly isWhole: boolean
}

/** Maximum sampled rows; wide tables get fewer, so that the memory stays about 4 MB. */
const sampleLimit = (columns: number): number =>
  Math.max(256, Math.min(10_000, Math.floor((1 << 19) / Math.max(1, columns))))

/**
 * Keeps all rows at first, then the rows whose hashed number ends in more and more zero bits, so the sample does not
 * depend on batches and parts.
 */
export class RowSample {
  readonly #limit: number
  #level = 0
  #size = 0
  readonly #rows: Float64Array
  readonly #columns: readonly Float64Array[]

  constructor(columns: number) {
    this.#limit = sampleLimit(columns)
    this.#rows = new Float64Array(this.#limit)
    this.#columns = Array.from({ length: columns }, () => new Float64Array(this.#limit))
  }

  add(table: Table, firstRow: number, texts: readonly (TextHashes | null)[]): void {
    for (let row = 0; row < table.rows;) {
      row = nextKept(firstRow + row, this.#level) - firstRow
      if (row >= table.rows) return
      if (this.#takes(firstRow + row)) this.#keep(table, row, firstRow, texts)
      row++
    }
  }

  #keep(table: Table, row: number, firstRow: number, texts: readonly (TextHashes | null)[]): void {
    const place = this.#size++
    this.#rows[place] = firstRow + row
    for (let index = 0; index < this.#columns.length; index++) {
      const column = table.columns[index]
      const kept = this.#columns[index]
      if (column === undefined || kept === undefined) continue
      kept[place] =
        column.type === 'text'
          ? identity(texts[index] ?? null, column.codes[row] as number)
          : (column.values[row] as number)
    }
  }

  /** True if the row belongs to the sample; makes room for it. */
  #takes(row: number): boolean {
    if (!isKept(row, this.#level)) return false
    while (this.#size === this.#limit) this.#thin(this.#level + 1)
    return isKept(row, this.#level)
  }

  #thin(level: number): void {
    this.#level = level
    let size = 0
    for (let at = 0; at < this.#size; at++) {
      if (!isKept(this.#rows[at] ?? 0, level)) continue
      this.#rows[size] = this.#rows[at] ?? 0
      for (const column of this.#columns) column[size] = column[at] ?? Number.NaN
      size++
    }
    this.#size = size
  }

  merge(other: RowSample): void {
    if (other.#level > this.#level) this.#thin(other.#level)
    for (let at = 0; at < other.#size; at++) {
      const row = other.#rows[at] ?? 0
      if (!this.#takes(row)) continue
      for (const [index, column] of this.#columns.entries())
        column[this.#size] = other.#columns[index]?.[at] ?? Number.NaN
      this.#rows[this.#size++] = row
    }
  }

  finish(): SampledRows {
    const places = Uint32Array.from({ length: this.#size }, (_, at) => at)
    places.sort((a, b) => (this.#rows[a] ?? 0) - (this.#rows[b] ?? 0))
    const ordered = (values: Float64Array): Float64Array =>
      Float64Array.from(places, (place) => values[place] ?? Number.NaN)
    return { rows: ordered(this.#rows), columns: this.#columns.map(ordered), isWhole: this.#level === 0 }
  }
}

/** Arbitrary; without it, row 0 would be in every sample. */
const salt = 0x51ed27

const isKept = (row: number, level: number): boolean => level === 0 || (mix(row + salt) & (2 ** level - 1)) === 0

/** The next sampled row from `from`. */
function nextKept(from: number, level: number): number {
  const zeros = 2 ** level - 1
  let row = from
  while ((mix(row + salt) & zeros) !== 0) row++
  return row
}

function identity(hashes: TextHashes | null, code: number): number {
  return hashes === null || code < 0 ? Number.NaN : joined(hashes.first[code] ?? 0, hashes.second[code] ?? 0)
}
