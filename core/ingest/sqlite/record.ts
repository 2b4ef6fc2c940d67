import { bytesText } from '../../table/value-text.ts'

/** A whole number of one to nine bytes; numbers that no length or place reaches are damage. */
export function readVarint(view: DataView, at: number): { readonly value: bigint; readonly next: number } {
  let value = 0n
  for (let index = 0; index < 8; index++) {
    const byte = view.getUint8(at + index)
    value = (value << 7n) | BigInt(byte & 127)
    if (byte < 128) return { value, next: at + index + 1 }
  }
  return { value: BigInt.asIntN(64, (value << 8n) | BigInt(view.getUint8(at + 8))), next: at + 9 }
}

const whole = (view: DataView, at: number): { readonly value: number; readonly next: number } => {
  const { value, next } = readVarint(view, at)
  return { value: Number(value), next }
}

const sizes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const

/** Bytes that a value of a serial type takes. */
function sizeOf(type: number): number {
  if (type < 10) return sizes[type] ?? 0
  if (type < 12) throw new Error('one of its rows is damaged')
  return Math.floor((type - 12) / 2)
}

/** Text of whole numbers of any length, without passing by a float. */
function wholeText(view: DataView, at: number, size: number): string {
  if (size === 1) return String(view.getInt8(at))
  if (size === 2) return String(view.getInt16(at))
  if (size === 3) return String((view.getInt8(at) << 16) | view.getUint16(at + 1))
  if (size === 4) return String(view.getInt32(at))
  if (size === 6) return String(view.getInt16(at) * 4_294_967_296 + view.getUint32(at + 2))
  return String(view.getBigInt64(at))
}

/** The first values of a row as text, by place; null is no value. */
export function readRecord(payload: Uint8Array, decoder: TextDecoder, most: number): (string | null)[] {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength)
  const head = whole(view, 0)
  const values: (string | null)[] = []
  let [at, body] = [head.next, head.value]
  while (at < head.value && values.length < most) {
    const { value: type, next } = whole(view, at)
    const size = sizeOf(type)
    if (body + size > payload.length) throw new Error('one of its rows is damaged')
    values.push(valueText(view, { type, at: body, size }, decoder))
    at = next
    body += size
  }
  return values
}

function valueText(
  view: DataView,
  { type, at, size }: { readonly type: number; readonly at: number; readonly size: number },
  decoder: TextDecoder,
): string | null {
  if (type === 0) return null
  if (type < 7) return wholeText(view, at, size)
  if (type === 7) return String(view.getFloat64(at))
  if (type < 10) return type === 8 ? '0' : '1'
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, size)
  return type % 2 === 0 ? bytesText(bytes) : decoder.decode(bytes)
}
