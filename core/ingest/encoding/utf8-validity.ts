/** Counts what of a stream of bytes is, and is not, well-formed UTF-8 beyond ASCII. */
export class Utf8Validity {
  /** Well-formed sequences of two to four bytes. */
  sequences = 0
  /** Bytes that belong to no well-formed sequence. */
  broken = 0
  #missing = 0
  #length = 0
  #low = 0x80
  #high = 0xbf

  add(bytes: Uint8Array): void {
    for (let index = 0; index < bytes.length; index++) {
      if (this.#missing === 0) index = asciiUntil(bytes, index)
      if (index < bytes.length) this.#take(bytes[index] ?? 0)
    }
  }

  /** Says that the stream has ended: an unfinished sequence is broken. */
  end(): void {
    if (this.#missing > 0) this.broken += this.#length - this.#missing
    this.#missing = 0
  }

  #take(byte: number): void {
    if (this.#missing > 0) {
      if (byte >= this.#low && byte <= this.#high) {
        this.#low = 0x80
        this.#high = 0xbf
        this.#missing--
        if (this.#missing === 0) this.sequences++
        return
      }
      this.end()
    }
    if (byte >= 0x80) this.#lead(byte)
  }

  // The bounds of the second byte shut out overlong forms, surrogates and what lies beyond U+10FFFF.
  #lead(byte: number): void {
    this.#length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    if (byte < 0xc2 || byte > 0xf4) {
      this.broken++
      return
    }
    this.#missing = this.#length - 1
    this.#low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80
    this.#high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf
  }
}

/** The first place from `index` on that is not ASCII. */
function asciiUntil(bytes: Uint8Array, index: number): number {
  let at = index
  while (at + 8 <= bytes.length && eightTogether(bytes, at) < 0x80) at += 8
  while (at < bytes.length && (bytes[at] ?? 0) < 0x80) at++
  return at
}

const eightTogether = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) |
  (bytes[at + 1] ?? 0) |
  (bytes[at + 2] ?? 0) |
  (bytes[at + 3] ?? 0) |
  (bytes[at + 4] ?? 0) |
  (bytes[at + 5] ?? 0) |
  (bytes[at + 6] ?? 0) |
  (bytes[at + 7] ?? 0)
