import { CompressionType, setCompressionCodec, tableFromIPC } from '@uwdata/flechette'
import type { Budget } from '../../budget.ts'
import { fail } from '../../errors.ts'
import { ok, type Result } from '../../result.ts'
import type { Table } from '../../table/table.ts'
import { readHead } from '../encoding/text-bytes.ts'
import { fileBudget } from '../file-budget.ts'
import type { FileInput } from '../file-input.ts'
import { openTyped } from '../open-typed.ts'
import type { OpenedFile, Reader, Reading, ReadOptions } from '../reader.ts'
import { broken } from '../reading-failed.ts'
import { type ArrowLeaf, columnOf, isList, isLong, leavesOf, unitOf } from './columns.ts'
import { schemaMessage } from './footer.ts'
import { unpackLz4 } from './lz4.ts'
import { unpackZstd } from './zstd.ts'
import { isArrowFile, messagesOf } from './messages.ts'
import { checkHeader } from './sound.ts'

const kind = 'an Arrow file'
const mostColumns = 4096
/** One buffer of a batch unpacks to no more than this; more is damage. */
const largestBuffer = 1 << 27

/** All buffers of a batch together unpack to no more than this, for they are held at once. */
const largestBatch = 1 << 28

/** Unpacks the buffers of one batch, which are charged before they are. */
function unpackers(budget: Budget) {
  let held = 0
  const unpacker = (unpack: (bytes: Uint8Array, size: number) => Uint8Array) => ({
    encode: () => new Uint8Array(0),
    decode: (bytes: Uint8Array, size?: number) => {
      if (size === undefined || size < 0 || size > largestBuffer) throw new Error('one of its batches is damaged')
      held += size
      if (held > largestBatch) throw new Error('one of its batches of rows is larger than can be read here')
      budget.charge('bytes', size)
      return unpack(bytes, size)
    },
  })
  return {
    lz4: unpacker(unpackLz4),
    zstd: unpacker((bytes, size) => unpackZstd(bytes, size, largestBuffer)),
  }
}

type ArrowTable = ReturnType<typeof tableFromIPC>

/** The library keeps its unpackers for all files, so they are set for each batch: between the two nothing else runs. */
function decoded(messages: Uint8Array[], budget: Budget): ArrowTable {
  const { lz4, zstd } = unpackers(budget)
  setCompressionCodec(CompressionType.LZ4_FRAME, lz4)
  setCompressionCodec(CompressionType.ZSTD, zstd)
  return tableFromIPC(messages, { useBigInt: true, useDecimalInt: true, useMap: true })
}

/** Each batch of rows, decoded with the schema and the dictionaries that came before it. */
async function* batchesOf(file: FileInput, isFile: boolean, budget: Budget): AsyncGenerator<ArrowTable> {
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
      yield decoded([...before, bytes], budget)
      budget.work(bytes.length)
      await budget.rest()
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
const mostCells = 1 << 17
/** About the work of a value, which is taken out one by one. */
const stepsOfCell = 4
/** Rows of one batch beyond these are damage: nothing writes so many. */
const mostRowsOfBatch = 1 << 24

async function* tablesOf(
  batches: AsyncIterable<ArrowTable>,
  leaves: readonly ArrowLeaf[],
  budget: Budget,
): AsyncGenerator<Table> {
  const most = Math.max(512, Math.min(mostRows, Math.floor(mostCells / Math.max(1, leaves.length))))
  for await (const { numRows, children } of batches) {
    if (numRows > mostRowsOfBatch) throw new Error('one of its batches of rows is damaged')
    budget.charge('cells', numRows * leaves.length)
    for (let from = 0; from < numRows; from += most) {
      const to = Math.min(numRows, from + most)
      yield { rows: to - from, columns: leaves.map((leaf) => columnOf(leaf, children, { from, to }, budget)) }
      budget.work((to - from) * leaves.length * stepsOfCell)
      await budget.rest()
    }
  }
}

/** Those of some columns that hold a number which is not exact as a float. */
async function tooLongOf(
  batches: AsyncIterable<ArrowTable>,
  leaves: readonly ArrowLeaf[],
  budget: Budget,
): Promise<Set<ArrowLeaf>> {
  const found = new Set<ArrowLeaf>()
  const long = leaves.filter(isLong)
  if (long.length === 0) return found
  for await (const { columns } of tablesOf(batches, long, budget)) {
    for (const [place, leaf] of long.entries()) {
      const column = columns[place]
      if (column === undefined || column.type === 'text') continue
      const unit = unitOf(leaf)
      if (column.values.some((value) => Math.abs(value) / unit > Number.MAX_SAFE_INTEGER)) found.add(leaf)
    }
  }
  return found
}

const named = (leaves: readonly ArrowLeaf[]): string => leaves.map(({ field }) => `“${field.name}”`).join(', ')

function notesOn(tooLong: readonly ArrowLeaf[], lists: readonly ArrowLeaf[]): string[] {
  return [
    ...(tooLong.length > 0
      ? [`${named(tooLong)}: numbers with more digits than can be computed with exactly, kept as text.`]
      : []),
    ...(lists.length > 0 ? [`${named(lists)}: lists and maps are kept as text.`] : []),
  ]
}

async function openBatches(file: FileInput, options: Reading): Promise<Result<OpenedFile>> {
  const { name } = file
  const isFile = isArrowFile(await readHead(file, 8))
  const { budget } = options
  const batches = (own: Budget): AsyncIterable<ArrowTable> => batchesOf(file, isFile, own)
  const { value: first } = await batches(budget.pass())[Symbol.asyncIterator]().next()
  const schema = (first as ArrowTable | undefined)?.schema
  if (schema === undefined) throw new Error('its schema is missing')
  if (schema.endianness === 1) throw new Error('its bytes are in the order of another kind of machine')
  const leaves = leavesOf(schema.fields)
  if (leaves.length === 0) return fail('file/no-rows', { name })
  if (leaves.length > mostColumns)
    return fail('file/too-many-columns', { name, columns: leaves.length, limit: mostColumns })
  const own = budget.pass()
  const tooLong = await tooLongOf(batches(own), leaves, own)
  const kept = leaves.map((leaf): ArrowLeaf =>
    tooLong.has(leaf) ? { ...leaf, field: { ...leaf.field, type: 'text' } } : leaf,
  )
  const notes = notesOn([...tooLong], leaves.filter(isList))
  const fields = kept.map(({ field }) => field)
  return ok(
    openTyped(
      { name, kind, fields, rows: null, notes, tables: (pass) => tablesOf(batches(pass), kept, pass) },
      options,
    ),
  )
}

async function open(file: FileInput, options: ReadOptions): Promise<Result<OpenedFile>> {
  const { budget = fileBudget(file) } = options
  try {
    return await openBatches(file, { ...options, budget })
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
