import { isDeeperThan } from '../query/is-deeper-than.ts'
import { emptyExploration, exploration, type Exploration } from './exploration.ts'

/** Rises when what was written before is read otherwise. */
const version = '1'

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

/** An exploration as part of an address: only what is not as it is by default. The dataset stands elsewhere in it. */
export function writeLink(asked: Exploration): string {
  const usual = emptyExploration(asked.dataset)
  const said = Object.entries(asked).filter(
    ([key, value]) => key !== 'dataset' && JSON.stringify(value) !== JSON.stringify(usual[key as keyof Exploration]),
  )
  if (said.length === 0) return ''
  return version + textOfBytes(new TextEncoder().encode(JSON.stringify(Object.fromEntries(said))))
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

/** What an address says about a dataset; null where it cannot be read. */
export function readLink(text: string, dataset: string): Exploration | null {
  if (text === '') return emptyExploration(dataset)
  if (text.length > longest || !text.startsWith(version)) return null
  const bytes = bytesOfText(text.slice(version.length))
  const said = bytes && parsed(bytes)
  if (typeof said !== 'object' || said === null || isDeeperThan(said, deepest)) return null
  return exploration.safeParse({ ...said, dataset }).data ?? null
}
