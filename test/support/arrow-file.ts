import { zstdCompressSync } from 'node:zlib'
import {
  Bool,
  CompressionType,
  compressionRegistry,
  DateDay,
  Decimal,
  Dictionary,
  DurationSecond,
  Field,
  Float64,
  Int32,
  Int64,
  List,
  RecordBatchFileWriter,
  RecordBatchStreamWriter,
  Struct,
  Table,
  TimestampMicrosecond,
  TimeMillisecond,
  Utf8,
  makeVector,
  vectorFromArray,
} from 'apache-arrow'

/** LZ4 that packs nothing: a frame of one block, stored. */
function storedLz4(bytes: Uint8Array): Uint8Array {
  const frame = Buffer.alloc(7 + 4 + bytes.length + 4)
  frame.writeUInt32LE(0x184d2204, 0)
  frame.writeUInt8(0x60, 4)
  frame.writeUInt8(0x40, 5)
  frame.writeUInt32LE((bytes.length | 0x80000000) >>> 0, 7)
  frame.set(bytes, 11)
  return frame
}

compressionRegistry.set(CompressionType.ZSTD, { encode: (bytes) => zstdCompressSync(bytes) })
compressionRegistry.set(CompressionType.LZ4_FRAME, { encode: storedLz4 })

const whole = (count: number): number[] => Array.from({ length: count }, (_, row) => row)

/** A table of many types, in the order of its rows. */
export function arrowTable(count: number): Table {
  const rows = whole(count)
  const nested = new Struct([new Field('x', new Int32()), new Field('y', new Utf8())])
  return new Table({
    whole: vectorFromArray(rows, new Int32()),
    half: vectorFromArray(
      rows.map((row) => (row % 3 === 0 ? null : row / 2)),
      new Float64(),
    ),
    even: vectorFromArray(
      rows.map((row) => row % 2 === 0),
      new Bool(),
    ),
    day: vectorFromArray(
      rows.map((row) => new Date(Date.UTC(2020, 0, 1 + (row % 300)))),
      new DateDay(),
    ),
    moment: vectorFromArray(
      rows.map((row) => Date.UTC(2020, 0, 1, 1, 2, row % 60, 123)),
      new TimestampMicrosecond(),
    ),
    clock: vectorFromArray(
      rows.map(() => 34_200_500),
      new TimeMillisecond(),
    ),
    span: vectorFromArray(
      rows.map((row) => BigInt(row * 90)),
      new DurationSecond(),
    ),
    word: vectorFromArray(
      rows.map((row) => `x${row}`),
      new Utf8(),
    ),
    choice: vectorFromArray(
      rows.map((row) => (row % 2 === 0 ? 'even' : 'odd')),
      new Dictionary(new Utf8(), new Int32()),
    ),
    short: vectorFromArray(
      rows.map((row) => BigInt(row)),
      new Int64(),
    ),
    long: vectorFromArray(
      rows.map((row) => 9_007_199_254_740_993n + BigInt(row)),
      new Int64(),
    ),
    price: vectorFromArray(
      rows.map((row) => Uint32Array.of(row, 0, 0, 0)),
      new Decimal(2, 12, 128),
    ),
    nested: vectorFromArray(
      rows.map((row) => ({ x: row, y: `q${row}` })),
      nested,
    ),
    list: vectorFromArray(
      rows.map((row) => [row, row + 1]),
      new List(new Field('item', new Int32())),
    ),
  })
}

const wordsOf = (value: bigint): Uint32Array =>
  Uint32Array.from([0n, 32n, 64n, 96n], (shift) => Number(BigInt.asUintN(32, value >> shift)))

/** Decimals with two digits after the point, and moments in microseconds, each given as whole units. */
export const longNumbers = (decimals: readonly bigint[], moments: readonly bigint[]): Table =>
  new Table({
    amount: vectorFromArray(decimals.map(wordsOf), new Decimal(2, 38, 128)),
    moment: makeVector({
      type: new TimestampMicrosecond(),
      length: moments.length,
      nullCount: 0,
      data: BigInt64Array.from(moments),
    }),
  })

type ArrowForm = { readonly isStream: boolean; readonly packing: 'none' | 'zstd' | 'lz4' }

const compression = { none: null, zstd: CompressionType.ZSTD, lz4: CompressionType.LZ4_FRAME } as const

/** A table as Apache's own library writes it, in so many batches. */
export function arrowFile(table: Table, { isStream, packing }: ArrowForm, batches = 1): Uint8Array {
  const options = { compressionType: compression[packing] }
  const writer = isStream ? new RecordBatchStreamWriter(options) : new RecordBatchFileWriter(options)
  const size = Math.ceil(table.numRows / batches)
  const slices = whole(batches).map((batch) => table.slice(batch * size, (batch + 1) * size))
  writer.writeAll(slices.flatMap((slice) => slice.batches))
  return writer.toUint8Array(true)
}
