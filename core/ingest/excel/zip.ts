/** One file inside a zip archive. */
type ZipEntry = { readonly method: number; readonly at: number; readonly size: number }

/** A zip archive in memory: its entries by lower-case path. */
export type Zip = { readonly bytes: Uint8Array; readonly entries: ReadonlyMap<string, ZipEntry> }

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Where the directory's end stands: searched from the back, over a comment of any length. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  throw new Error('its end is missing')
}

/** Sizes of 4 GB and more, and those of some writers, stand in an extra field. */
function wideSize(view: DataView, header: number): number {
  const nameLength = view.getUint16(header + 28, true)
  const end = header + 46 + nameLength + view.getUint16(header + 30, true)
  for (let at = header + 46 + nameLength; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    const skip = view.getUint32(header + 24, true) === 0xffffffff ? 8 : 0
    return Number(view.getBigUint64(at + 4 + skip, true))
  }
  throw new Error('its directory is damaged')
}

/** Reads an archive's directory; throws where there is none. */
export function readZip(bytes: Uint8Array): Zip {
  const view = viewOf(bytes)
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  const entries = new Map<string, ZipEntry>()
  const decoder = new TextDecoder('utf-8')
  let at = view.getUint32(end + 16, true)
  for (let entry = 0; entry < count; entry++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error('its directory is damaged')
    const nameLength = view.getUint16(at + 28, true)
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength))
    const size = view.getUint32(at + 20, true)
    entries.set(name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase(), {
      method: view.getUint16(at + 10, true),
      at: view.getUint32(at + 42, true),
      size: size === 0xffffffff ? wideSize(view, at) : size,
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { bytes, entries }
}

const chunkSize = 1 << 16
/** No part of a workbook that people make unpacks to more. */
const mostBytes = 1 << 29

type Writer = { readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>; readonly close: () => Promise<void> }

async function feed(writer: Writer, packed: Uint8Array): Promise<void> {
  for (let at = 0; at < packed.length; at += chunkSize)
    await writer.write(new Uint8Array(packed.subarray(at, at + chunkSize)))
  await writer.close()
}

/** The bytes of one entry, unpacked piece by piece. */
export async function* unpack({ bytes, entries }: Zip, path: string): AsyncGenerator<Uint8Array> {
  const entry = entries.get(path.toLowerCase())
  if (entry === undefined) throw new Error(`its part ${path} is missing`)
  const view = viewOf(bytes)
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const packed = bytes.subarray(from, from + entry.size)
  if (entry.method === 0) return yield packed
  if (entry.method !== 8) throw new Error('it is packed in a way that is not known here')
  const stream = new DecompressionStream('deflate-raw')
  const fed = feed(stream.writable.getWriter(), packed).catch(() => {})
  const reader = stream.readable.getReader()
  let total = 0
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done || value === undefined) break
      total += value.length
      if (total > mostBytes) throw new Error('it unpacks to more than can be read here')
      yield value
    }
  } finally {
    await reader.cancel().catch(() => {})
    await fed
  }
}
