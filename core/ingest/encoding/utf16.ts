import { type Transcoder, writeCodePoint } from './transcoder.ts'

const replacement = 0xfffd
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000

/** UTF-16 in either byte order; half of a pair that stands alone becomes U+FFFD. */
class Utf16 implements Transcoder {
  readonly #bigEndian: boolean
  #oddByte = -1
  #high = 0
  #output = new Uint8Array(0)
  #length = 0

  constructor(bigEndian: boolean) {
    this.#bigEndian = bigEndian
  }

  push = (bytes: Uint8Array): Uint8Array => {
    this.#output = new Uint8Array((bytes.length + 4) * 2)
    this.#length = 0
    for (const byte of bytes) {
      if (this.#oddByte < 0) this.#oddByte = byte
      else {
        this.#unit(this.#bigEndian ? (this.#oddByte << 8) | byte : (byte << 8) | this.#oddByte)
        this.#oddByte = -1
      }
    }
    return this.#output.subarray(0, this.#length)
  }

  end = (): Uint8Array => {
    this.#output = new Uint8Array(8)
    this.#length = 0
    if (this.#high !== 0) this.#write(replacement)
    if (this.#oddByte >= 0) this.#write(replacement)
    return this.#output.subarray(0, this.#length)
  }

  #unit(unit: number): void {
    const high = this.#high
    this.#high = 0
    if (high !== 0 && isLow(unit)) return this.#write(0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00))
    if (high !== 0) this.#write(replacement)
    if (isHigh(unit)) this.#high = unit
    else this.#write(isLow(unit) ? replacement : unit)
  }

  #write(point: number): void {
    this.#length = writeCodePoint(this.#output, this.#length, point)
  }
}

/** UTF-16, least significant byte first: what Windows writes. */
export const utf16le = (): Transcoder => new Utf16(false)

/** UTF-16, most significant byte first. */
export const utf16be = (): Transcoder => new Utf16(true)
