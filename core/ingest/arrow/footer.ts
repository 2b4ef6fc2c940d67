import type { ByteSource } from '../../table/byte-source.ts'
import { isArrowFile } from './messages.ts'

/** The length of the footer, and the mark that ends a file. */
const tail = 10
const largestFooter = 1 << 24
const headSize = 32

/** Where the schema stands in a footer's flatbuffer. */
function schemaAt(footer: DataView): number {
  const root = footer.getUint32(0, true)
  const table = root - footer.getInt32(root, true)
  const place = footer.getUint16(table + 6, true)
  const field = root + place
  return field + footer.getUint32(field, true)
}

/**
 * The schema of an Arrow file as the message that a stream begins with.
 * Some writers (Apache's for JavaScript) leave that message out, and give the schema in the footer only.
 */
export async function schemaMessage({ slice, byteLength }: ByteSource): Promise<Uint8Array> {
  const end = await slice(Math.max(0, byteLength - tail), byteLength)
  if (end.byteLength < tail || !isArrowFile(new Uint8Array(end, 4))) throw new Error('it is cut short')
  const length = new DataView(end).getUint32(0, true)
  if (length > largestFooter || length + tail > byteLength) throw new Error('its footer is damaged or cut off')
  const footer = await slice(byteLength - tail - length, byteLength - tail)
  const message = new Uint8Array(8 + headSize + footer.byteLength)
  message.set(new Uint8Array(footer), 8 + headSize)
  const view = new DataView(message.buffer)
  view.setUint32(0, 0xffffffff, true)
  view.setUint32(4, headSize + footer.byteLength, true)
  // A flatbuffer of one table that says: version 5, a schema, which stands in the footer behind.
  const head = new DataView(message.buffer, 8)
  head.setUint32(0, 16, true)
  for (const [index, value] of [12, 12, 4, 6, 8, 0].entries()) head.setUint16(4 + index * 2, value, true)
  head.setInt32(16, 12, true)
  head.setInt16(20, 4, true)
  head.setUint8(22, 1)
  head.setUint32(24, headSize + schemaAt(new DataView(footer)) - 24, true)
  return message
}
