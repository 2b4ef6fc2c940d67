import { inflate } from 'pako'

const signature = 0x774f4646
const header = 44
const entry = 20

type Part = { readonly tag: number; readonly checksum: number; readonly bytes: Uint8Array }

function partsOf(woff: Uint8Array): readonly Part[] {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength)
  return Array.from({ length: view.getUint16(12) }, (_, at): Part => {
    const from = header + at * entry
    const [offset, packed, length] = [4, 8, 12].map((place) => view.getUint32(from + place)) as [number, number, number]
    const bytes = woff.subarray(offset, offset + packed)
    return {
      tag: view.getUint32(from),
      checksum: view.getUint32(from + 16),
      bytes: packed < length ? inflate(bytes) : bytes,
    }
  })
}

const padded = (length: number): number => (length + 3) & ~3

/** The typeface within a WOFF file, as OpenType, which a drawing library reads. */
export function sfntOfWoff(woff: Uint8Array): Uint8Array {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength)
  if (view.getUint32(0) !== signature) throw new Error('The typeface is no WOFF file')
  const parts = partsOf(woff)
  const start = 12 + parts.length * 16
  const whole = new Uint8Array(parts.reduce((sum, { bytes }) => sum + padded(bytes.length), start))
  const out = new DataView(whole.buffer)
  const power = 2 ** Math.floor(Math.log2(parts.length))
  out.setUint32(0, view.getUint32(4))
  out.setUint16(4, parts.length)
  out.setUint16(6, power * 16)
  out.setUint16(8, Math.log2(power))
  out.setUint16(10, (parts.length - power) * 16)
  let at = start
  for (const [index, { tag, checksum, bytes }] of parts.entries()) {
    for (const [place, value] of [tag, checksum, at, bytes.length].entries())
      out.setUint32(12 + index * 16 + place * 4, value)
    whole.set(bytes, at)
    at += padded(bytes.length)
  }
  return whole
}
