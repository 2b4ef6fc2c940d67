import { writeCodePoint } from './transcoder.ts'
import { windows1252Points } from './windows-1252.ts'

const lead = 0xc2
const isControl = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte <= 0x9f

/** The held lead byte, and the bytes that follow it. */
function afterLead(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(bytes.length + 1)
  whole[0] = lead
  whole.set(bytes, 1)
  return whole
}

/**
 * Gives UTF-8 back the characters of Windows-1252 that a program once took for Latin-1: the control characters from U+0080
 * to U+009F stand in no table, but `’`, `–` and `€` do, as browsers take them too.
 */
export class ControlMender {
  mended = 0
  #isHeld = false

  push(bytes: Uint8Array): Uint8Array {
    if (bytes.length === 0 || (!this.#isHeld && bytes.indexOf(lead) < 0)) return bytes
    const text = this.#isHeld ? afterLead(bytes) : bytes
    this.#isHeld = text.at(-1) === lead
    return this.#mend(this.#isHeld ? text.subarray(0, -1) : text)
  }

  end(): Uint8Array {
    return this.#isHeld ? Uint8Array.of(lead) : new Uint8Array(0)
  }

  #mend(bytes: Uint8Array): Uint8Array {
    let at = bytes.indexOf(lead)
    while (at >= 0 && !isControl(bytes[at + 1])) at = bytes.indexOf(lead, at + 1)
    if (at < 0) return bytes
    const output = new Uint8Array(bytes.length * 2)
    let [length, from] = [0, 0]
    for (; at >= 0; at = bytes.indexOf(lead, at + 1)) {
      if (!isControl(bytes[at + 1])) continue
      output.set(bytes.subarray(from, at), length)
      length = writeCodePoint(output, length + at - from, windows1252Points[bytes[at + 1] ?? 0] ?? 0xfffd)
      from = at + 2
      this.mended++
    }
    output.set(bytes.subarray(from), length)
    return output.subarray(0, length + bytes.length - from)
  }
}
