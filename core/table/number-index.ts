const float = new Float64Array(1)
const halves = new Int32Array(float.buffer)

/** Assigns ids from 0 to distinct numbers in order of first occurrence. Does not accept NaN. */
export class NumberIndex {
  size = 0
  #mask = 1023
  /** Id + 1 per hash slot; 0 marks a free slot. */
  #slots = new Int32Array(1024)
  #numbers = new Float64Array(512)

  /** The id of a number; assigns the next id to a new number. */
  idOf(value: number): number {
    let slot = this.#slotOf(value)
    for (;;) {
      const entry = this.#slots[slot] as number
      if (entry === 0) return this.#add(value, slot)
      if (this.#numbers[entry - 1] === value) return entry - 1
      slot = (slot + 1) & this.#mask
    }
  }

  /** The id of a number, or -1 if it has none. */
  find(value: number): number {
    let slot = this.#slotOf(value)
    for (;;) {
      const entry = this.#slots[slot] as number
      if (entry === 0 || this.#numbers[entry - 1] === value) return entry - 1
      slot = (slot + 1) & this.#mask
    }
  }

  /** The numbers, indexed by id. */
  get numbers(): Float64Array {
    return this.#numbers.subarray(0, this.size)
  }

  #slotOf(value: number): number {
    // Adding 0 turns -0 into 0.
    float[0] = value + 0
    let hash = Math.imul(halves[0] as number, 0x9e3779b1) ^ Math.imul(halves[1] as number, 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35)
    return (hash ^ (hash >>> 16)) & this.#mask
  }

  #add(value: number, slot: number): number {
    const id = this.size++
    this.#numbers[id] = value + 0
    this.#slots[slot] = id + 1
    if (this.size === this.#numbers.length) this.#enlarge()
    return id
  }

  #enlarge(): void {
    const numbers = new Float64Array(this.#numbers.length * 2)
    numbers.set(this.#numbers)
    this.#numbers = numbers
    this.#slots = new Int32Array(numbers.length * 2)
    this.#mask = this.#slots.length - 1
    for (let id = 0; id < this.size; id++) {
      let slot = this.#slotOf(numbers[id] as number)
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask
      this.#slots[slot] = id + 1
    }
  }
}
