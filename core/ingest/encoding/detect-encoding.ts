import type { EncodingId } from './registry.ts'
import { Utf8Validity } from './utf8-validity.ts'

/** An encoding and how many bytes of mark stand before the text. */
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

/** Which 8-bit encoding text is in, by what of it is well-formed UTF-8: a few broken bytes among many good ones do not make it Windows-1252. */
export function judgeUtf8(validity: Utf8Validity): EncodingId {
  if (validity.broken === 0) return 'utf-8'
  return validity.sequences > validity.broken ? 'utf-8-broken' : 'windows-1252'
}

/** The encoding that the first bytes speak for. Between 8-bit encodings only the whole file can decide. */
export function detectEncoding(head: Uint8Array): DetectedEncoding {
  if (startsWith(head, 0xff, 0xfe))
    return { id: 'utf-16le', mark: 2, why: 'The file begins with the mark of this encoding.' }
  if (startsWith(head, 0xfe, 0xff))
    return { id: 'utf-16be', mark: 2, why: 'The file begins with the mark of this encoding.' }
  const mark = startsWith(head, 0xef, 0xbb, 0xbf) ? 3 : 0
  if (mark === 0 && head.length >= 4) {
    const { even, odd } = zeroShares(head)
    if (odd > 0.25 && even < odd / 10)
      return { id: 'utf-16le', mark: 0, why: 'Every second byte is zero, as in this encoding.' }
    if (even > 0.25 && odd < even / 10)
      return { id: 'utf-16be', mark: 0, why: 'Every second byte is zero, as in this encoding.' }
  }
  const validity = new Utf8Validity()
  validity.add(head)
  return { id: judgeUtf8(validity), mark, why: null }
}
