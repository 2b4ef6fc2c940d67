const sectorSize = 512
const [endOfChain, fatSector, free] = [0xfffffffe, 0xfffffffd, 0xffffffff]

const padded = (bytes: Uint8Array): Buffer => {
  const whole = Buffer.alloc(Math.max(4096, Math.ceil(bytes.length / sectorSize) * sectorSize))
  whole.set(bytes)
  return whole
}

function item(name: string, kind: number, first: number, size: number): Buffer {
  const entry = Buffer.alloc(128)
  entry.write(name, 'utf16le')
  entry.writeUInt16LE((name.length + 1) * 2, 64)
  entry.writeUInt8(kind, 66)
  entry.fill(0xff, 68, 80)
  entry.writeUInt32LE(first, 116)
  entry.writeUInt32LE(size, 120)
  return entry
}

/** A compound file of one stream: its sectors in order, then the directory, then the table of sectors. */
export function compoundFile(name: string, content: Uint8Array, secondTable = endOfChain): Uint8Array {
  const stream = padded(content)
  const sectors = stream.length / sectorSize
  const tables = Math.ceil((sectors + 2) / (sectorSize / 4 - 1)) + 1
  const next = Buffer.alloc(tables * sectorSize, 0xff)
  for (let at = 0; at < sectors; at++) next.writeUInt32LE(at + 1 < sectors ? at + 1 : endOfChain, at * 4)
  next.writeUInt32LE(endOfChain, sectors * 4)
  for (let at = 0; at < tables; at++) next.writeUInt32LE(fatSector, (sectors + 1 + at) * 4)
  const header = Buffer.alloc(sectorSize)
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(tables, 44)
  header.writeUInt32LE(sectors, 48)
  header.writeUInt32LE(4096, 56)
  header.writeUInt32LE(endOfChain, 60)
  header.writeUInt32LE(secondTable, 68)
  header.fill(0xff, 76)
  for (let at = 0; at < Math.min(109, tables); at++) header.writeUInt32LE(sectors + 1 + at, 76 + at * 4)
  const directory = Buffer.concat([item('Root Entry', 5, free, 0), item(name, 2, 0, stream.length), Buffer.alloc(256)])
  return new Uint8Array(Buffer.concat([header, stream, directory, next]))
}

const record = (kind: number, data: Uint8Array): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(kind, 0)
  head.writeUInt16LE(data.length, 2)
  return Buffer.concat([head, data])
}

const begin = record(0x809, Buffer.from([0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
const end = record(0x0a, Buffer.alloc(0))

function sheet(at: number): Buffer {
  const data = Buffer.alloc(10)
  data.writeUInt32LE(at, 0)
  data.writeUInt8(1, 6)
  data.writeUInt8(0, 7)
  data.writeUInt8(83, 8)
  return record(0x85, data.subarray(0, 9))
}

/** Texts that cells share, all of one length. */
function sharedTexts(count: number, length: number): Buffer {
  const text = Buffer.alloc(3 + length, 'x')
  text.writeUInt16LE(length, 0)
  text.writeUInt8(0, 2)
  const head = Buffer.alloc(8)
  head.writeUInt32LE(count, 4)
  return Buffer.concat([
    record(0xfc, Buffer.concat([head, text])),
    ...Array<Buffer>(count - 1).fill(record(0x3c, text)),
  ])
}

function sharedCell(row: number, column: number, text: number): Buffer {
  const data = Buffer.alloc(10)
  data.writeUInt16LE(row & 0xffff, 0)
  data.writeUInt16LE(column, 2)
  data.writeUInt32LE(text, 6)
  return record(0xfd, data)
}

export type XlsSpec = {
  readonly sheets: number
  readonly textLength: number
  readonly cells: number
  readonly isShuffled: boolean
}

/** A workbook stream whose sheets all begin in the same place. */
export function xlsStream({ sheets, textLength, cells, isShuffled }: XlsSpec): Uint8Array {
  const texts = sharedTexts(2, textLength)
  const at = begin.length + sheet(0).length * sheets + texts.length + end.length
  const rows = Array.from({ length: cells }, (_, place) =>
    sharedCell(isShuffled ? (place * 7919) % 65_536 : Math.floor(place / 3), place % 3, place % 2),
  )
  const globals = [begin, ...Array<Buffer>(sheets).fill(sheet(at)), texts, end]
  return new Uint8Array(Buffer.concat([...globals, begin, ...rows, end]))
}

function valueCell(row: number, column: number, value: string | number): Buffer {
  const place = Buffer.alloc(6)
  place.writeUInt16LE(row, 0)
  place.writeUInt16LE(column, 2)
  if (typeof value === 'number') {
    const data = Buffer.alloc(8)
    data.writeDoubleLE(value)
    return record(0x203, Buffer.concat([place, data]))
  }
  const head = Buffer.alloc(3)
  head.writeUInt16LE(value.length, 0)
  return record(0x204, Buffer.concat([place, head, Buffer.from(value, 'latin1')]))
}

/** First and last row, first and last column. */
export type XlsMerge = readonly [top: number, bottom: number, left: number, right: number]

/** A workbook of one sheet with these cells, null for none, and merged ones. */
export function smallXls(
  rows: readonly (readonly (string | number | null)[])[],
  merges: readonly XlsMerge[],
): Uint8Array {
  const cells = rows.flatMap((row, at) =>
    row.flatMap((value, column) => (value === null ? [] : [valueCell(at, column, value)])),
  )
  const merged = Buffer.alloc(2 + merges.length * 8)
  merged.writeUInt16LE(merges.length, 0)
  for (const [at, place] of merges.flat().entries()) merged.writeUInt16LE(place, 2 + at * 2)
  const globals = (at: number): Buffer => Buffer.concat([begin, sheet(at), end])
  const at = globals(0).length
  return compoundFile('Workbook', Buffer.concat([globals(at), begin, ...cells, record(0xe5, merged), end]))
}
