import { hashNumber } from './hash.ts'

const firstSlots = 256

type SortedCounts = { readonly values: Float64Array; readonly counts: Float64Array }

/** Hash table of numbers and counts in typed arrays. */
export class NumberCounts {
  size = 0
  /** Cached until the next number is added. */
  #sorted: SortedCounts | null = null
  #keys = new Float64Array(firstSlots)
  /** Zero marks a free slot. */
  #counts = new Float64Array(firstSlots)

  add(value: number, count: number): void {
    this.#sorted = null
    const slot = this.#slotOf(value)
    if (this.#counts[slot] === 0) {
      this.#keys[slot] = value
      this.size++
    }
    this.#counts[slot] = (this.#counts[slot] as number) + count
    if (this.size * 2 > this.#keys.length) this.#rebuild(this.#keys.length * 2, 0)
  }

  /** Slot of a number, or the slot where it would be stored. */
  #slotOf(value: number): number {
    const [keys, counts] = [this.#keys, this.#counts]
    const mask = keys.length - 1
    let slot = hashNumber(value, 0) & mask
    while (counts[slot] !== 0 && keys[slot] !== value) slot = (slot + 1) & mask
    return slot
  }

  /** Counts a number only if it is present; returns whether it is. */
  addKnown(value: number, count: number): boolean {
    this.#sorted = null
    const slot = this.#slotOf(value)
    if (this.#counts[slot] === 0) return false
    this.#counts[slot] = (this.#counts[slot] as number) + count
    return true
  }

  /** Distinct numbers, ascending, with their counts. */
  sorted(): SortedCounts {
    if (this.#sorted !== null) return this.#sorted
    const values = new Float64Array(this.size)
    let size = 0
    this.forEach((value) => {
      values[size++] = value
    })
    values.sort()
    const counts = new Float64Array(size)
    for (let index = 0; index < size; index++)
      counts[index] = this.#counts[this.#slotOf(values[index] as number)] as number
    this.#sorted = { values, counts }
    return this.#sorted
  }

  forEach(visit: (value: number, count: number) => void): void {
    for (let slot = 0; slot < this.#keys.length; slot++) {
      if (this.#counts[slot] !== 0) visit(this.#keys[slot] ?? 0, this.#counts[slot] ?? 0)
    }
  }

  /** Removes the rarest numbers until at most `most` are left; returns the highest removed count. */
  prune(most: number): number {
    const threshold = pruningThreshold(this.#counts, most)
    this.#rebuild(Math.max(firstSlots, slotsFor(most)), threshold)
    return threshold
  }

  #rebuild(slots: number, above: number): void {
    const [keys, counts] = [this.#keys, this.#counts]
    this.#keys = new Float64Array(slots)
    this.#counts = new Float64Array(slots)
    this.#sorted = null
    this.size = 0
    for (let from = 0; from < keys.length; from++) {
      const count = counts[from] as number
      if (count <= above) continue
      const slot = this.#slotOf(keys[from] as number)
      this.#keys[slot] = keys[from] as number
      this.#counts[slot] = count
      this.size++
    }
  }
}

/** Capacity: at least twice the numbers, as a power of two. */
const slotsFor = (numbers: number): number => 2 ** Math.ceil(Math.log2(numbers * 4))

const levels = 64

/** The smallest threshold that at most `most` counts exceed; tallies small counts, so it usually takes one pass. */
export function pruningThreshold(counts: Iterable<number>, most: number): number {
  const tally = new Uint32Array(levels)
  const large: number[] = []
  for (const count of counts) {
    if (count >= levels) large.push(count)
    else tally[Math.ceil(count)] = (tally[Math.ceil(count)] ?? 0) + 1
  }
  let left = large.length
  for (let level = levels - 1; level > 0; level--) {
    left += tally[level] ?? 0
    if (left > most && level < levels - 1) return level
    if (left > most) return large.sort((a, b) => b - a)[most] ?? level
  }
  return 0
}
