import { CompressionType, setCompressionCodec, tableFromIPC } from '@uwdata/flechette'
import { fail } from '../../errors.ts'
import { ok, type Result } from '../../result.ts'
import type { Table } from '../../table/table.ts'
import { readHead } from '../encoding/text-bytes.ts'
import type { FileInput } from '../file-input.ts'
import { openTyped } from '../open-typed.ts'
import type { OpenedFile, Reader, ReadOptions } from '../reader.ts'
import { broken } from '../reading-failed.ts'
import { type ArrowLeaf, columnOf, isList, isLong, leavesOf } from './columns.ts'
import { schemaMessage } from './footer.ts'
import { unpackLz4 } from './lz4.ts'
import { unpackZstd } from './zstd.ts'
import { isArrowFile, messagesOf } from './messages.ts'
import { checkHeader } from './sound.ts'

const kind = 'an Arrow file'
const mostColumns = 4096
/** One buffer of a batch unpacks to no more than this; more is damage. */
const largestBuffer = 1 << 27

const unpacker = (unpack: (bytes: Uint8Array, size: number) => Uint8Array) => ({
  encode: () => new Uint8Array(0),
  decode: (bytes: Uint8Array, size?: number) => {
    if (size === undefined || size < 0 || size > largestBuffer) throw new Error('one of its batches is damaged')
    return unpack(bytes, size)
  },
})

const codecs = {
  [CompressionType.LZ4_FRAME]: unpacker(unpackLz4),
  [CompressionType.ZSTD]: unpacker((bytes, size) => unpackZstd(bytes, size, largestBuffer)),
}

type ArrowTable = ReturnType<typeof tableFromIPC>

/** Each batch of rows, decoded with the schema and the dictionaries that came before it. */
async function* batchesOf(file: FileInput, isFile: boolean): AsyncGenerator<ArrowTable> {
  setCompressionCodec(CompressionType.LZ4_FRAME, codecs[CompressionType.LZ4_FRAME])
  setCompressionCodec(CompressionType.ZSTD, codecs[CompressionType.ZSTD])
  const before: Uint8Array[] = []
  let held = 0
  const needSchema = async (): Promise<void> => {
    if (before.length > 0) return
    if (!isFile) throw new Error('its schema is missing')
    const message = await schemaMessage({ slice: file.slice, byteLength: file.size })
    checkHeader(message.subarray(8))
    before.push(message)
  }
  for await (const { kind: what, bytes } of messagesOf(file.open, isFile)) {
    if (what !== 'schema') await needSchema()
    if (what === 'rows') {
      yield tableFromIPC([...before, bytes], { useBigInt: true, useMap: true })
      continue
    }
    held += bytes.length
    if (held > largestBuffer) throw new Error('its dictionaries are larger than can be read here')
    before.push(bytes)
    if (what === 'schema') yield tableFromIPC([bytes])
  }
  await needSchema()
  if (held === 0) yield tableFromIPC(before)
}

const mostRows = 65_536
const mostCells = 1 << 21
/** Rows of one batch beyond these are damage: nothing writes so many. */
const mostRowsOfBatch = 1 << 24

async function* tablesOf(batches: AsyncIterable<ArrowTable>, leaves: readonly ArrowLeaf[]): AsyncGenerator<Table> {
  const most = Math.max(512, Math.min(mostRows, Math.floor(mostCells / Math.max(1, leaves.length))))
  for await (const { numRows, children } of batches) {
    if (numRows > mostRowsOfBatch) throw new Error('one of its batches of rows is damaged')
    for (let from = 0; from < numRows; from += most) {
      const to = Math.min(numRows, from + most)
      yield { rows: to - from, columns: leaves.map((leaf) => columnOf(leaf, children, { from, to })) }
    }
  }
}

/** Those of some columns that hold a whole number which is not exact as a float. */
async function tooLongOf(batches: AsyncIterable<ArrowTable>, leaves: readonly ArrowLeaf[]): Promise<Set<ArrowLeaf>> {
  const found = new Set<ArrowLeaf>()
  const long = leaves.filter(isLong)
  if (long.length === 0) return found
  for await (const { columns } of tablesOf(batches, long)) {
    for (const [place, leaf] of long.entries()) {
      const column = columns[place]
      if (column === undefined || column.type === 'text') continue
      if (column.values.some((value) => Math.abs(value) > Number.MAX_SAFE_INTEGER)) found.add(leaf)
    }
  }
  return found
}

const named = (leaves: readonly ArrowLeaf[]): string => leaves.map(({ field }) => `“${field.name}”`).join(', ')

function notesOn(tooLong: readonly ArrowLeaf[], lists: readonly ArrowLeaf[]): string[] {
  return [
    ...(tooLong.length > 0 ? [`${named(tooLong)}: whole numbers too long to compute with exactly, kept as text.`] : []),
    ...(lists.length > 0 ? [`${named(lists)}: lists and maps are kept as text.`] : []),
  ]
}

async function openBatches(file: FileInput, options: ReadOptions): Promise<Result<OpenedFile>> {
  const { name } = file
  const isFile = isArrowFile(await readHead(file, 8))
  const batches = (): AsyncIterable<ArrowTable> => batchesOf(file, isFile)
  const { value: first } = await batches()[Symbol.asyncIterator]().next()
  const schema = (first as ArrowTable | undefined)?.schema
  if (schema === undefined) throw new Error('its schema is missing')
  if (schema.endianness === 1) throw new Error('its bytes are in the order of another kind of machine')
  const leaves = leavesOf(schema.fields)
  if (leaves.length === 0) return fail('file/no-rows', { name })
  if (leaves.length > mostColumns)
    return fail('file/too-many-columns', { name, columns: leaves.length, limit: mostColumns })
  const tooLong = await tooLongOf(batches(), leaves)
  const kept = leaves.map((leaf): ArrowLeaf =>
    tooLong.has(leaf) ? { ...leaf, field: { ...leaf.field, type: 'text' } } : leaf,
  )
  const notes = notesOn([...tooLong], leaves.filter(isList))
  const fields = kept.map(({ field }) => field)
  return ok(openTyped({ name, kind, fields, rows: null, notes, tables: () => tablesOf(batches(), kept) }, options))
}

async function open(file: FileInput, options: ReadOptions): Promise<Result<OpenedFile>> {
  try {
    return await openBatches(file, options)
  } catch (error) {
    return broken(file.name, kind, error)
  }
}

/** The mark of a stream, and a first message of a length that a schema has. */
function isStream(head: Uint8Array): boolean {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  return head.length > 16 && view.getUint32(0, true) === 0xffffffff && view.getUint32(4, true) < 1 << 24
}

/** Arrow's own files, also known as Feather, and its streams. */
export const arrow: Reader = {
  title: 'Arrow',
  extensions: ['arrow', 'arrows', 'feather', 'ipc'],
  sniff: (head) => isArrowFile(head) || isStream(head),
  readsByPlaces: true,
  open,
}
