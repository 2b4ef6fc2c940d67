import { EncodingEvidence, guessEncoding } from './guess-encoding.ts'
import { type EncodingId, encodings, isEncodingId } from './registry.ts'
import { Utf8Validity } from './utf8-validity.ts'

/** An encoding, how many bytes of mark stand before the text, and in a sentence why, where there is something to say. */
export type DetectedEncoding = { readonly id: EncodingId; readonly mark: number; readonly why: string | null }

const startsWith = (head: Uint8Array, ...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte)

/** The share of zero bytes at even and at odd places: text in UTF-16 has them nearly all on one side. */
function zeroShares(head: Uint8Array): { readonly even: number; readonly odd: number } {
  let [even, odd] = [0, 0]
  for (let index = 0; index < head.length; index++) {
    if (head[index] !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  const half = Math.max(1, head.length / 2)
  return { even: even / half, odd: odd / half }
}

/** What the well-formed and broken UTF-8 of a text says: it is UTF-8, UTF-8 with a few broken bytes, or none. */
export function judgeUtf8({ broken, sequences }: Utf8Validity): 'utf-8' | 'utf-8-broken' | null {
  if (broken === 0) return 'utf-8'
  return sequences > broken ? 'utf-8-broken' : null
}

const byMark = 'The file begins with the mark of this encoding.'
const byZeros = 'Every second byte is zero, as in this encoding.'

/** An encoding of two bytes a character, by its mark or by its zeros; null for none. */
function detectUtf16(head: Uint8Array): DetectedEncoding | null {
  if (startsWith(head, 0xff, 0xfe)) return { id: 'utf-16le', mark: 2, why: byMark }
  if (startsWith(head, 0xfe, 0xff)) return { id: 'utf-16be', mark: 2, why: byMark }
  if (startsWith(head, 0xef, 0xbb, 0xbf) || head.length < 4) return null
  const { even, odd } = zeroShares(head)
  if (odd > 0.25 && even < odd / 10) return { id: 'utf-16le', mark: 0, why: byZeros }
  return even > 0.25 && odd < even / 10 ? { id: 'utf-16be', mark: 0, why: byZeros } : null
}

/** The encoding that the first bytes speak for. Between 8-bit encodings only the whole file can decide. */
export function detectEncoding(head: Uint8Array): DetectedEncoding {
  const wide = detectUtf16(head)
  if (wide !== null) return wide
  const mark = startsWith(head, 0xef, 0xbb, 0xbf) ? 3 : 0
  const validity = new Utf8Validity()
  validity.add(head)
  const unicode = judgeUtf8(validity)
  if (unicode !== null) return { id: unicode, mark, why: mark > 0 ? byMark : null }
  const evidence = new EncodingEvidence()
  evidence.add(head)
  return { ...guessEncoding(evidence.end()), mark }
}

/** The encoding that a person chose, or else the one that the first bytes speak for. */
export function encodingOf(head: Uint8Array, chosen: string | undefined): DetectedEncoding {
  const detected = detectEncoding(head)
  if (chosen === undefined) return detected
  if (!isEncodingId(chosen)) {
    return { ...detected, why: `“${chosen}” cannot be read; ${encodings[detected.id].title} was found instead.` }
  }
  const mark = chosen === detected.id || (detected.mark === 3 && chosen.startsWith('utf-8')) ? detected.mark : 0
  return { id: chosen, mark, why: null }
}
