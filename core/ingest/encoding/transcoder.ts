/** Turns the bytes of one encoding, as they come, into well-formed UTF-8. */
export type Transcoder = {
  readonly push: (bytes: Uint8Array) => Uint8Array
  /** What was still held back. */
  readonly end: () => Uint8Array
}

/** Writes one code point as UTF-8 and returns the position after it. */
export function writeCodePoint(into: Uint8Array, at: number, point: number): number {
  if (point < 0x80) {
    into[at] = point
    return at + 1
  }
  if (point < 0x800) {
    into[at] = 0xc0 | (point >> 6)
    into[at + 1] = 0x80 | (point & 63)
    return at + 2
  }
  if (point < 0x10000) {
    into[at] = 0xe0 | (point >> 12)
    into[at + 1] = 0x80 | ((point >> 6) & 63)
    into[at + 2] = 0x80 | (point & 63)
    return at + 3
  }
  into[at] = 0xf0 | (point >> 18)
  into[at + 1] = 0x80 | ((point >> 12) & 63)
  into[at + 2] = 0x80 | ((point >> 6) & 63)
  into[at + 3] = 0x80 | (point & 63)
  return at + 4
}
