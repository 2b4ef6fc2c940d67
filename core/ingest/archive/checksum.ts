/** The remainders of CRC-32 for every byte. */
const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte
  for (let bit = 0; bit < 8; bit++) remainder = (remainder & 1) === 0 ? remainder >>> 1 : (remainder >>> 1) ^ 0xedb88320
  return remainder
})

/** The CRC-32 of bytes that arrive in pieces, as zip archives keep it. */
export class Checksum {
  #remainder = -1

  add(bytes: Uint8Array): void {
    let remainder = this.#remainder
    for (let at = 0; at < bytes.length; at++) {
      remainder = (remainder >>> 8) ^ (table[(remainder ^ (bytes[at] as number)) & 255] as number)
    }
    this.#remainder = remainder
  }

  get value(): number {
    return ~this.#remainder >>> 0
  }
}
