import { decompress } from 'fzstd'

const magic = 0xfd2fb528

/** What a frame says it unpacks to, in bytes; null where it does not say. */
function frameSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0, true) !== magic) throw new RangeError('its packing is damaged')
  const flags = view.getUint8(4)
  const isSingle = (flags & 32) !== 0
  const at = 5 + (isSingle ? 0 : 1) + ([0, 1, 2, 4][flags & 3] ?? 0)
  switch (flags >> 6) {
    case 0:
      return isSingle ? view.getUint8(at) : null
    case 1:
      return view.getUint16(at, true) + 256
    case 2:
      return view.getUint32(at, true)
    default:
      return Number(view.getBigUint64(at, true))
  }
}

/**
 * Unpacks Zstandard to the size that its frame says, else to the size given.
 * Apache's writer for JavaScript gives the count of numbers where that of bytes belongs; the frame is right.
 */
export function unpackZstd(bytes: Uint8Array, size: number, most: number): Uint8Array {
  const length = frameSize(bytes) ?? size
  if (length > most) throw new RangeError('its packing is damaged')
  const unpacked = decompress(bytes, new Uint8Array(length))
  if (unpacked.length !== length) throw new RangeError('its packing is damaged')
  return unpacked
}
