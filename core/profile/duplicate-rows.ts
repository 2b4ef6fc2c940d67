import { joined } from './hash.ts'
import type { RowHashes } from './row-hashes.ts'
import type { Duplicates } from './table-profile.ts'

const firstSlots = 1 << 10
const maxExamples = 10

type Slots = { readonly keys: Float64Array; readonly rows: Float64Array; readonly counts: Uint32Array }

const makeSlots = (size: number): Slots => ({
  keys: new Float64Array(size),
  rows: new Float64Array(size),
  counts: new Uint32Array(size),
})

/**
 * Counts duplicate rows. Tracks all rows at first, then only those whose hash ends in more and more zero bits: copies
 * of a row stay or leave together, so a table without duplicates never reports any. Distinct sampling after Gibbons
 * (2001).
 */
export class DuplicateRows {
  readonly #limit: number
  /** One row in 2^level is tracked. */
  #level = 0
  #different = 0
  #followed = 0
  #slots = makeSlots(firstSlots)
  #examples: { readonly row: number; readonly first: number }[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  add({ first, second }: RowHashes, firstRow: number): void {
    let mask = 2 ** this.#level - 1
    for (let row = 0; row < first.length; row++) {
      const hash = first[row] as number
      if ((hash & mask) !== 0) continue
      this.#addOne(joined(second[row] as number, hash), firstRow + row, 1)
      mask = 2 ** this.#level - 1
    }
  }

  #addOne(key: number, row: number, count: number): void {
    const { keys, rows, counts } = this.#slots
    const slot = this.#slotOf(key)
    this.#followed += count
    if (counts[slot] === 0) {
      keys[slot] = key
      rows[slot] = row
      counts[slot] = count
      this.#different++
      this.#settle()
      return
    }
    counts[slot] = (counts[slot] ?? 0) + count
    const known = rows[slot] ?? 0
    rows[slot] = Math.min(known, row)
    if (this.#examples.length < maxExamples)
      this.#examples.push({ row: Math.max(known, row), first: Math.min(known, row) })
  }

  #slotOf(key: number): number {
    const { keys, counts } = this.#slots
    const mask = keys.length - 1
    // Mixed again, because the sampling level fixes the low bits.
    let slot = mix32(key) & mask
    while (counts[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  #settle(): void {
    if (this.#different > this.#limit) this.#thin(this.#level + 1)
    else if (this.#different * 2 > this.#slots.keys.length) this.#rebuild(this.#slots.keys.length * 2)
  }

  #thin(level: number): void {
    this.#level = level
    this.#rebuild(this.#slots.keys.length)
  }

  #rebuild(size: number): void {
    const { keys, rows, counts } = this.#slots
    this.#slots = makeSlots(size)
    this.#different = 0
    this.#followed = 0
    const zeros = 2 ** this.#level - 1
    for (let from = 0; from < keys.length; from++) {
      const key = keys[from] ?? 0
      const count = counts[from] ?? 0
      if (count === 0 || (key & zeros) !== 0) continue
      const slot = this.#slotOf(key)
      this.#slots.keys[slot] = key
      this.#slots.rows[slot] = rows[from] ?? 0
      this.#slots.counts[slot] = count
      this.#different++
      this.#followed += count
    }
  }

  merge(other: DuplicateRows): void {
    if (other.#level > this.#level) this.#thin(other.#level)
    const { keys, rows, counts } = other.#slots
    for (let slot = 0; slot < keys.length; slot++) {
      const key = keys[slot] ?? 0
      if (counts[slot] === 0 || (key & (2 ** this.#level - 1)) !== 0) continue
      this.#addOne(key, rows[slot] ?? 0, counts[slot] ?? 0)
    }
    this.#examples = [...this.#examples, ...other.#examples]
  }

  finish(): Duplicates {
    return {
      rows: (this.#followed - this.#different) * 2 ** this.#level,
      exact: this.#level === 0,
      examples: this.#examples.toSorted((a, b) => a.row - b.row).slice(0, maxExamples),
    }
  }
}

const mix32 = (key: number): number => Math.imul((key | 0) ^ ((key / 4096) | 0), 0x9e3779b1) >>> 7
