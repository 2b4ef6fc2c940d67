import type { Budget } from '../../budget.ts'
import type { ByteSource } from '../../table/byte-source.ts'
import { Checksum } from './checksum.ts'

/** One file inside a zip archive. */
export type ZipEntry = {
  /** Its path, as the archive writes it. */
  readonly name: string
  readonly method: number
  /** Where its own header stands. */
  readonly at: number
  /** Bytes it takes in the archive. */
  readonly packed: number
  /** Bytes it says it unpacks to. */
  readonly size: number
  readonly checksum: number
  readonly isEncrypted: boolean
}

/** A zip archive: its entries by lower-case path, in its own order. */
export type Zip = {
  readonly file: ByteSource
  readonly entries: ReadonlyMap<string, ZipEntry>
  readonly budget: Budget
}

const longestEnd = 65_557
const largestDirectory = 1 << 25

async function viewOf(file: ByteSource, start: number, end: number): Promise<DataView> {
  const bytes = await file.slice(Math.max(0, start), Math.min(end, file.byteLength))
  if (bytes.byteLength < end - start) throw new Error('its directory is damaged')
  return new DataView(bytes)
}

/** Where the directory's end stands: searched from the back, over a comment of any length. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at--) if (view.getUint32(at, true) === 0x06054b50) return at
  throw new Error('its end is missing')
}

type Directory = { readonly count: number; readonly size: number; readonly at: number }

const wide = (view: DataView, at: number): number => Number(view.getBigUint64(at, true))

async function findDirectory(file: ByteSource): Promise<Directory> {
  const from = Math.max(0, file.byteLength - longestEnd)
  const view = await viewOf(file, from, file.byteLength)
  const end = endOfDirectory(view)
  const found = {
    count: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    at: view.getUint32(end + 16, true),
  }
  // Archives with more than fits say where their wide directory's end is just before the usual one.
  if (end < 20 || view.getUint32(end - 20, true) !== 0x07064b50) return found
  const record = await viewOf(file, wide(view, end - 12), wide(view, end - 12) + 56)
  return { count: wide(record, 32), size: wide(record, 40), at: wide(record, 48) }
}

/** Sizes and places of 4 GB and more, and those of some writers, stand in an extra field, in this order. */
function widened(view: DataView, header: number): { size: number; packed: number; at: number } {
  const found = {
    size: view.getUint32(header + 24, true),
    packed: view.getUint32(header + 20, true),
    at: view.getUint32(header + 42, true),
  }
  const from = header + 46 + view.getUint16(header + 28, true)
  const end = from + view.getUint16(header + 30, true)
  for (let at = from; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let next = at + 4
    for (const key of ['size', 'packed', 'at'] as const) {
      if (found[key] !== 0xffffffff) continue
      found[key] = wide(view, next)
      next += 8
    }
  }
  return found
}

const decoder = new TextDecoder('utf-8')

/** About the work of reading one entry of a directory. */
const stepsOfEntry = 40

/** Reads an archive's directory; throws where there is none. */
export async function readZip(file: ByteSource, budget: Budget): Promise<Zip> {
  const { count, size, at: start } = await findDirectory(file)
  if (size > largestDirectory) throw new Error('its directory is larger than can be read here')
  const view = await viewOf(file, start, start + size)
  const entries = new Map<string, ZipEntry>()
  let at = 0
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > size || view.getUint32(at, true) !== 0x02014b50) throw new Error('its directory is damaged')
    const nameLength = view.getUint16(at + 28, true)
    const name = decoder
      .decode(new Uint8Array(view.buffer, at + 46, nameLength))
      .replaceAll('\\', '/')
      .replace(/^\//, '')
    const checksum = view.getUint32(at + 16, true)
    const isEncrypted = (view.getUint16(at + 8, true) & 1) !== 0
    entries.set(name.toLowerCase(), {
      name,
      method: view.getUint16(at + 10, true),
      ...widened(view, at),
      checksum,
      isEncrypted,
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    budget.work(stepsOfEntry)
    if (budget.isDue) await budget.rest()
  }
  return { file, entries, budget }
}

const fetchSize = 1 << 18

/** Where an entry's packed bytes begin. */
async function startOf(file: ByteSource, { at }: ZipEntry): Promise<number> {
  const header = await viewOf(file, at, at + 30)
  if (header.getUint32(0, true) !== 0x04034b50) throw new Error('one of its parts is missing')
  return at + 30 + header.getUint16(26, true) + header.getUint16(28, true)
}

async function* packedBytes(file: ByteSource, entry: ZipEntry): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const start = await startOf(file, entry)
  const end = start + entry.packed
  if (end > file.byteLength) throw new Error('it is cut short')
  for (let at = start; at < end; at += fetchSize)
    yield new Uint8Array(await file.slice(at, Math.min(end, at + fetchSize)))
}

const writeSize = 1 << 16

/** A failure at either end ends both: the reader meets what stopped the writer. */
async function feed(packed: AsyncIterable<Uint8Array>, stream: DecompressionStream): Promise<void> {
  const writer = stream.writable.getWriter()
  try {
    for await (const bytes of packed) {
      for (let at = 0; at < bytes.length; at += writeSize) await writer.write(bytes.slice(at, at + writeSize))
    }
    await writer.close()
  } catch (error) {
    await writer.abort(error).catch(() => {})
  }
}

async function* inflated(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream('deflate-raw')
  const fed = feed(packed, stream)
  const reader = stream.readable.getReader()
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done || value === undefined) break
      yield value
    }
  } finally {
    await reader.cancel().catch(() => {})
    await fed
  }
}

/** What packs more than this many times, and to more than this many bytes, was made to fill memories and disks. */
const mostTimes = 250
const harmless = 1e8

/** The bytes of one entry, unpacked piece by piece. Throws where they are not what they were when they were packed. */
export async function* unpackEntry(
  { file, budget: whole }: Zip,
  entry: ZipEntry,
  budget = whole.pass(),
): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted) throw new Error('it is protected by a password')
  if (entry.method !== 0 && entry.method !== 8) throw new Error('it is packed in a way that is not known here')
  const packed = packedBytes(file, entry)
  const checksum = new Checksum()
  let total = 0
  for await (const bytes of entry.method === 0 ? packed : inflated(packed)) {
    total += bytes.length
    if (total > harmless && total > entry.packed * mostTimes)
      throw new Error('it unpacks to far more than a table would')
    budget.charge('bytes', bytes.length)
    budget.work(bytes.length)
    checksum.add(bytes)
    yield bytes
    if (budget.isDue) await budget.rest()
  }
  if (checksum.value !== entry.checksum) throw new Error('its contents do not match their checksum')
}

/** The bytes of the entry at a path. */
export async function* unpack(zip: Zip, path: string, budget = zip.budget.pass()): AsyncGenerator<Uint8Array> {
  const entry = zip.entries.get(path.toLowerCase())
  if (entry === undefined) throw new Error(`its part ${path} is missing`)
  yield* unpackEntry(zip, entry, budget)
}
