import { isDeeperThan } from './is-deeper-than.ts'

/** Longer addresses are cut by what stands between. */
const longest = 16_000
const deepest = 40

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Base64 for addresses (RFC 4648, section 5), without padding. */
function textOfBytes(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3)
    const sextets = [a >> 2, ((a & 3) << 4) | ((b ?? 0) >> 4)]
    if (b !== undefined) sextets.push(((b & 15) << 2) | ((c ?? 0) >> 6))
    if (c !== undefined) sextets.push(c & 63)
    for (const sextet of sextets) text += alphabet[sextet] ?? ''
  }
  return text
}

/** Null where it is no such text. */
function bytesOfText(text: string): Uint8Array | null {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const letter of text) {
    const sextet = alphabet.indexOf(letter)
    if (sextet < 0) return null
    held = ((held << 6) | sextet) & 0xfff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 255)
  }
  return Uint8Array.from(bytes)
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

/** An object as text that an address may carry. */
export const pack = (value: object): string => textOfBytes(new TextEncoder().encode(JSON.stringify(value)))

/** The object that such text stands for; null where it is none. */
export function unpack(text: string): object | null {
  const bytes = text.length > longest ? null : bytesOfText(text)
  const said = bytes && parsed(bytes)
  return typeof said === 'object' && said !== null && !isDeeperThan(said, deepest) ? said : null
}
