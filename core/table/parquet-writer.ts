import { type Budget } from '../budget.ts'
import type { ColumnChunk, FileMetaData, PageHeader, RowGroup } from 'hyparquet/src/types.js'
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js'
import { writePageHeader } from 'hyparquet-writer/src/datapage.js'
import { writeMetadata } from 'hyparquet-writer/src/metadata.js'
import { snappyCompress } from 'hyparquet-writer/src/snappy.js'
import { compressIfSmaller } from './compress.ts'
import { columnStatistics } from './column-statistics.ts'
import { type EncodedColumn, encodeColumn } from './encode-column.ts'
import { durationsKey, schemaElement } from './parquet-types.ts'
import { RowBuffer } from './row-buffer.ts'
import type { ColumnStatistics } from './source.ts'
import type { Column, Field, Table } from './table.ts'
import { day } from './time-units.ts'

export type ParquetWriter = {
  /** Appends any number of rows; the table must have the writer's fields in order. */
  readonly append: (table: Table) => Promise<void>
  /** Writes the remaining rows and the footer. `append` must not be called afterwards. */
  readonly finish: () => Promise<void>
}

const magic = 0x31_52_41_50

/** Rows per row group: an edge worker holds two such groups, and columns still compress well. */
const usualRows = 100_000

/** Maximum cells per row group; wide tables get fewer rows per group. */
const maxCells = 1 << 23
/** Budget steps per encoded value. */
const stepsOfValue = 1

type WriterOptions = {
  readonly rowsPerGroup?: number | undefined
  /** Yields to other tasks while writing. */
  readonly budget?: Budget
}

/** Writes Parquet incrementally; at most one row group is in memory. */
export function createParquetWriter(
  fields: readonly Field[],
  write: (bytes: Uint8Array) => Promise<void> | void,
  { rowsPerGroup = usualRows, budget }: WriterOptions = {},
): ParquetWriter {
  const most = Math.max(1000, Math.floor(maxCells / Math.max(1, fields.length)))
  const buffer = new RowBuffer(fields, Math.min(rowsPerGroup, most))
  const groups: RowGroup[] = []
  let offset = 0

  const send = async (bytes: Uint8Array): Promise<void> => {
    offset += bytes.length
    await write(bytes)
  }
  const flush = async (): Promise<void> => {
    const { rows, columns } = buffer.take()
    const writer = new ByteWriter(1 << 16)
    if (offset === 0) writer.appendUint32(magic)
    if (rows > 0) groups.push(await writeRowGroup(writer, { rows, columns }, { offset, budget }))
    await send(writer.getBytes())
  }

  return {
    append: async (table) => {
      for (let start = 0; start < table.rows;) {
        start += buffer.add(table, start)
        if (buffer.isFull) await flush()
      }
    },
    finish: async () => {
      if (buffer.rows > 0 || offset === 0) await flush()
      await send(footer(fields, groups))
    },
  }
}

async function writeRowGroup(
  writer: ByteWriter,
  { rows, columns }: Table,
  { offset, budget }: { readonly offset: number; readonly budget: Budget | undefined },
): Promise<RowGroup> {
  const start = writer.offset
  const chunks: ColumnChunk[] = []
  for (const column of columns) {
    chunks.push(writeChunk(writer, column, offset))
    budget?.work(rows * stepsOfValue)
    await budget?.rest()
  }
  const uncompressed = chunks.reduce((total, { meta_data: meta }) => total + (meta?.total_uncompressed_size ?? 0n), 0n)
  return {
    columns: chunks,
    num_rows: BigInt(rows),
    total_byte_size: uncompressed,
    total_compressed_size: BigInt(writer.offset - start),
  }
}

function writeChunk(writer: ByteWriter, column: Column, offset: number): ColumnChunk {
  const { name, type } = column
  const element = schemaElement({ name, type })
  const encoded = encodeColumn(column)
  const rows = column.type === 'text' ? column.codes.length : column.values.length
  const start = writer.offset
  const headless = encoded.dictionary ? writeDictionary(writer, encoded.dictionary) : 0
  const dataStart = writer.offset
  const uncompressed = headless + writeData(writer, encoded, rows)
  if (!element.type) throw new Error(`No physical type for ${type}`)
  return {
    file_offset: BigInt(offset + start),
    meta_data: {
      type: element.type,
      encodings: encoded.dictionary ? ['PLAIN', 'RLE', 'RLE_DICTIONARY'] : ['PLAIN', 'RLE'],
      path_in_schema: [name],
      codec: 'SNAPPY',
      num_values: BigInt(rows),
      total_uncompressed_size: BigInt(uncompressed),
      total_compressed_size: BigInt(writer.offset - start),
      data_page_offset: BigInt(offset + dataStart),
      ...(encoded.dictionary && { dictionary_page_offset: BigInt(offset + start) }),
      statistics: storedStatistics(type, columnStatistics(column)),
    },
  }
}

/** Returns the uncompressed size with header, as `writeData` does. */
function writeDictionary(writer: ByteWriter, { bytes, size }: NonNullable<EncodedColumn['dictionary']>): number {
  const compressed = snappyCompress(bytes)
  const header = writeHeader(writer, {
    type: 'DICTIONARY_PAGE',
    uncompressed_page_size: bytes.length,
    compressed_page_size: compressed.length,
    dictionary_page_header: { num_values: size, encoding: 'PLAIN' },
  })
  writer.appendBytes(compressed)
  return header + bytes.length
}

function writeData(writer: ByteWriter, { encoding, levels, values, nulls }: EncodedColumn, rows: number): number {
  const compressed = compressIfSmaller(values)
  const stored = compressed ?? values
  const header = writeHeader(writer, {
    type: 'DATA_PAGE_V2',
    uncompressed_page_size: levels.length + values.length,
    compressed_page_size: levels.length + stored.length,
    data_page_header_v2: {
      num_values: rows,
      num_nulls: nulls,
      num_rows: rows,
      encoding,
      definition_levels_byte_length: levels.length,
      repetition_levels_byte_length: 0,
      is_compressed: compressed !== null,
    },
  })
  writer.appendBytes(levels)
  writer.appendBytes(stored)
  return header + levels.length + values.length
}

function writeHeader(writer: ByteWriter, header: PageHeader): number {
  const start = writer.offset
  writePageHeader(writer, header)
  return writer.offset - start
}

type Stored = number | string | bigint | boolean
const storedBound: Record<Field['type'], (bound: number | string) => Stored> = {
  boolean: (bound) => bound === 1,
  integer: (bound) => BigInt(Math.floor(Number(bound))),
  decimal: Number,
  date: (bound) => Math.floor(Number(bound) / day),
  timestamp: (bound) => BigInt(Math.floor(Number(bound))),
  duration: (bound) => BigInt(Math.floor(Number(bound))),
  text: String,
}

function storedStatistics(type: Field['type'], { min, max, nulls }: ColumnStatistics) {
  const counts = { null_count: BigInt(nulls) }
  if (min === null || max === null) return counts
  return { ...counts, min_value: storedBound[type](min), max_value: storedBound[type](max) }
}

function durationsIn(fields: readonly Field[]): Pick<FileMetaData, 'key_value_metadata'> {
  const names = fields.filter(({ type }) => type === 'duration').map(({ name }) => name)
  return names.length === 0 ? {} : { key_value_metadata: [{ key: durationsKey, value: JSON.stringify(names) }] }
}

function footer(fields: readonly Field[], groups: RowGroup[]): Uint8Array {
  const metadata: Omit<FileMetaData, 'metadata_length'> = {
    version: 2,
    created_by: 'Edgewise',
    schema: [{ name: 'root', num_children: fields.length }, ...fields.map(schemaElement)],
    num_rows: groups.reduce((rows, group) => rows + group.num_rows, 0n),
    row_groups: groups,
    ...durationsIn(fields),
  }
  const writer = new ByteWriter(1 << 14)
  writeMetadata(writer, metadata as FileMetaData)
  writer.appendUint32(magic)
  return writer.getBytes()
}
