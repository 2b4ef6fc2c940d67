const firstSlots = 1024
/**
 * V8 lets a cut string share the memory of what it was cut from. Small pieces keep a string that somebody holds on to
 * from holding a whole batch's text.
 */
const pieceSize = 4096
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

function larger(array: Int32Array): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(array.length * 2)
  copy.set(array)
  return copy
}

/** Gives equal texts equal codes, comparing bytes; strings are made once per different text, many at a time. */
export class TextDictionary {
  readonly #isNull: (bytes: Uint8Array, start: number, end: number) => boolean
  /** Open addressing: the entry's number plus one, zero for a free slot. */
  #slots = new Int32Array(firstSlots)
  #entries = 0
  #hashes = new Int32Array(firstSlots)
  #offsets = new Int32Array(firstSlots + 1)
  #codes = new Int32Array(firstSlots)
  #used = 0
  #arena = new Uint8Array(firstSlots * 16)

  constructor(isNull: (bytes: Uint8Array, start: number, end: number) => boolean) {
    this.#isNull = isNull
  }

  /** The code of a text; −1 for one that stands for null. */
  codeOf(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5
    for (let index = start; index < end; index++) hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193)
    hash ^= hash >>> 15
    const slots = this.#slots
    const mask = slots.length - 1
    let slot = hash & mask
    for (;;) {
      const entry = (slots[slot] ?? 0) - 1
      if (entry < 0) return this.#add(bytes, { start, end, hash, slot })
      if (this.#hashes[entry] === hash && this.#equals(entry, bytes, start, end)) return this.#codes[entry] ?? -1
      slot = (slot + 1) & mask
    }
  }

  #equals(entry: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#offsets[entry] ?? 0
    if ((this.#offsets[entry + 1] ?? 0) - from !== end - start) return false
    const arena = this.#arena
    for (let index = start, at = from; index < end; index++, at++) if (arena[at] !== bytes[index]) return false
    return true
  }

  #add(bytes: Uint8Array, found: { start: number; end: number; hash: number; slot: number }): number {
    const { start, end, hash, slot } = found
    const entry = this.#entries++
    if (entry + 1 >= this.#hashes.length) this.#growEntries()
    const offset = this.#offsets[entry] ?? 0
    const next = offset + end - start
    if (next > this.#arena.length) this.#growArena(next)
    this.#arena.set(bytes.subarray(start, end), offset)
    this.#offsets[entry + 1] = next
    this.#hashes[entry] = hash
    const code = this.#isNull(bytes, start, end) ? -1 : this.#used++
    this.#codes[entry] = code
    this.#slots[slot] = entry + 1
    if (this.#entries * 2 > this.#slots.length) this.#growSlots()
    return code
  }

  #growEntries(): void {
    this.#hashes = larger(this.#hashes)
    this.#codes = larger(this.#codes)
    this.#offsets = larger(this.#offsets)
  }

  #growArena(needed: number): void {
    const arena = new Uint8Array(Math.max(needed, this.#arena.length * 2))
    arena.set(this.#arena)
    this.#arena = arena
  }

  #growSlots(): void {
    const slots = new Int32Array(this.#slots.length * 2)
    const mask = slots.length - 1
    for (let entry = 0; entry < this.#entries; entry++) {
      let slot = (this.#hashes[entry] ?? 0) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = entry + 1
    }
    this.#slots = slots
  }

  /** The texts by code; the dictionary is empty afterwards. */
  take(): string[] {
    const strings: string[] = []
    for (let entry = 0; entry < this.#entries;) entry = this.#takePiece(entry, strings)
    this.#slots.fill(0)
    this.#entries = 0
    this.#used = 0
    return strings
  }

  /** Makes the strings of some entries out of one decoded piece; returns the entry after them. */
  #takePiece(first: number, strings: string[]): number {
    const begin = this.#offsets[first] ?? 0
    let last = first + 1
    while (last < this.#entries && (this.#offsets[last + 1] ?? 0) - begin <= pieceSize) last++
    const text = decoder.decode(this.#arena.subarray(begin, this.#offsets[last]))
    const isAscii = text.length === (this.#offsets[last] ?? 0) - begin
    let from = 0
    for (let entry = first; entry < last; entry++) {
      const to = isAscii ? (this.#offsets[entry + 1] ?? 0) - begin : from + this.#unitsOf(entry)
      if ((this.#codes[entry] ?? -1) >= 0) strings.push(text.slice(from, to))
      from = to
    }
    return last
  }

  /** How many UTF-16 units an entry's bytes become: one for each that begins a character, two for those beyond U+FFFF. */
  #unitsOf(entry: number): number {
    let units = 0
    for (let at = this.#offsets[entry] ?? 0; at < (this.#offsets[entry + 1] ?? 0); at++) {
      const byte = this.#arena[at] ?? 0
      if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1
    }
    return units
  }
}
