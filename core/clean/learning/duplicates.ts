import { hashNumber, hashText } from '../../profile/hash.ts'
import type { Cells, Rows } from '../rows.ts'
import { textOfCell } from '../values/cell-text.ts'

/** Maximum hashes, and maximum UTF-16 units of text, in memory; together about 32 MB. */
const maxHashes = 2_000_000
const maxUnits = 8_000_000
const allHashes = 2 ** 32

const fold = (hash: number, part: number): number => Math.imul(hash ^ part, 0x9e3779b1) ^ (hash >>> 15)

function addHashes({ column, odd }: Cells, seed: number, hashes: Int32Array): void {
  if (column.type === 'text') {
    const known = Int32Array.from(column.dictionary, (text) => hashText(text, seed))
    for (let row = 0; row < hashes.length; row++) {
      const code = column.codes[row] ?? -1
      hashes[row] = fold(hashes[row] ?? 0, code < 0 ? seed : (known[code] ?? 0))
    }
    return
  }
  for (let row = 0; row < hashes.length; row++) {
    const value = column.values[row] ?? Number.NaN
    const text = value === value ? undefined : odd.get(row)
    hashes[row] = fold(hashes[row] ?? 0, text === undefined ? hashNumber(value + 0, seed) : hashText(text, seed))
  }
}

/** Two independent hashes per row. */
function hashesOf(columns: readonly Cells[], rows: number): readonly [Int32Array, Int32Array] {
  const [first, second] = [new Int32Array(rows), new Int32Array(rows)]
  for (const cells of columns) {
    addHashes(cells, 31, first)
    addHashes(cells, 37, second)
  }
  return [first, second]
}

/** Combines 32 bits of the first hash, which order ranges, with 21 of the second. */
const joined = (first: number, second: number): number => (first >>> 0) * 2 ** 21 + (second & 0x1fffff)
const firstOf = (hash: number): number => Math.floor(hash / 2 ** 21)

/** Binary search. */
function isAmong(sorted: Float64Array, wanted: number): boolean {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) < wanted) low = middle + 1
    else high = middle
  }
  return sorted[low] === wanted
}

/** A growing bit set of row numbers. */
export class Marks {
  count = 0
  #bits = new Uint8Array(1 << 12)

  add(place: number): void {
    if (this.has(place)) return
    const byte = place >>> 3
    if (byte >= this.#bits.length) {
      const larger = new Uint8Array(Math.max(byte + 1, this.#bits.length * 2))
      larger.set(this.#bits)
      this.#bits = larger
    }
    this.#bits[byte] = (this.#bits[byte] ?? 0) | (1 << (place & 7))
    this.count++
  }

  has = (place: number): boolean => ((this.#bits[place >>> 3] ?? 0) & (1 << (place & 7))) !== 0
}

type Pick = (rows: Rows) => readonly Cells[]

/**
 * Finds duplicate rows. Hashes rows first, then compares rows with equal hashes in full. If memory is short, it
 * handles one range of hashes per pass and asks for the rows again.
 */
export class DuplicateFinder {
  readonly repeats = new Marks()
  readonly #pick: Pick
  readonly #keep: 'first' | 'last'
  /** The range of hashes of this pass. */
  #range = { from: 0, to: allHashes }
  #hashes = new Float64Array(1 << 12)
  #loaded = 0
  /** Sorted repeated hashes; null while hashing. */
  #repeated: Float64Array | null = null
  #keyRange = { from: 0, to: allHashes }
  #keys = new Map<string, { readonly first: number; place: number }>()
  #units = 0
  #place = 0

  constructor(pick: Pick, keep: 'first' | 'last') {
    this.#pick = pick
    this.#keep = keep
  }

  add(rows: Rows): void {
    const columns = this.#pick(rows)
    const [first, second] = hashesOf(columns, rows.count)
    for (let row = 0; row < rows.count; row++) {
      const hash = joined(first[row] ?? 0, second[row] ?? 0)
      if (this.#repeated === null) this.#gather(hash)
      else if (isAmong(this.#repeated, hash)) this.#compare(hash, columns, row)
    }
    this.#place += rows.count
  }

  #gather(hash: number): void {
    const first = firstOf(hash)
    if (first < this.#range.from || first >= this.#range.to) return
    if (this.#loaded === maxHashes) this.#narrow()
    if (this.#loaded === this.#hashes.length) {
      const larger = new Float64Array(this.#loaded * 2)
      larger.set(this.#hashes)
      this.#hashes = larger
    }
    if (first < this.#range.to) this.#hashes[this.#loaded++] = hash
  }

  /** Leaves the upper half of the range to a later pass. */
  #narrow(): void {
    const to = Math.ceil((this.#range.from + this.#range.to) / 2)
    this.#range = { ...this.#range, to }
    const kept = this.#hashes.subarray(0, this.#loaded).filter((hash) => firstOf(hash) < to)
    this.#hashes.set(kept)
    this.#loaded = kept.length
  }

  #compare(hash: number, columns: readonly Cells[], row: number): void {
    const first = firstOf(hash)
    if (first < this.#keyRange.from || first >= this.#keyRange.to) return
    const key = columns.map((cells) => textOfCell(cells, row) ?? '\u0001').join('\u0000')
    const place = this.#place + row
    const known = this.#keys.get(key)
    if (known !== undefined) {
      this.repeats.add(this.#keep === 'first' ? place : known.place)
      known.place = place
      return
    }
    this.#keys.set(key, { first, place })
    this.#units += key.length
    if (this.#units > maxUnits) this.#forget()
  }

  /** Like `#narrow`, during the full comparison. */
  #forget(): void {
    const to = Math.ceil((this.#keyRange.from + this.#keyRange.to) / 2)
    if (to === this.#keyRange.to) return
    this.#keyRange = { ...this.#keyRange, to }
    for (const [key, { first }] of this.#keys) {
      if (first < to) continue
      this.#keys.delete(key)
      this.#units -= key.length
    }
  }

  /** True when all duplicates are known; false to see the rows again. */
  finish(): boolean {
    this.#place = 0
    if (this.#repeated === null) return this.#startComparing()
    this.#keys.clear()
    this.#units = 0
    if (this.#keyRange.to < this.#range.to) {
      this.#keyRange = { from: this.#keyRange.to, to: this.#range.to }
      return false
    }
    return this.#nextRange()
  }

  #startComparing(): boolean {
    const sorted = this.#hashes.subarray(0, this.#loaded).sort()
    const repeated = sorted.filter((hash, at) => hash === sorted[at + 1] && hash !== sorted[at - 1])
    this.#loaded = 0
    if (repeated.length === 0) return this.#nextRange()
    this.#repeated = repeated
    this.#keyRange = this.#range
    return false
  }

  #nextRange(): boolean {
    this.#repeated = null
    if (this.#range.to === allHashes) return true
    this.#range = { from: this.#range.to, to: allHashes }
    return false
  }
}
