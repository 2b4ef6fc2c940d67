import type { FileMetaData, MinMaxType } from 'hyparquet/src/types.js'
import type { Budget } from '../budget.ts'
import type { ByteSource } from './byte-source.ts'
import { unknownCodec } from './codecs.ts'
import { columnsOf, metaOf, type ParquetColumn } from './parquet-columns.ts'
import { codecsOf, openFooter } from './parquet-footer.ts'
import { parquetRows } from './parquet-rows.ts'
import type { Field, Table } from './table.ts'

/** Any program's Parquet file, ready to be read from its first row to its last. */
export type OpenedParquet = {
  readonly fields: readonly Field[]
  readonly rows: number
  /** Columns of whole numbers beyond 2^53, which are text. */
  readonly tooLong: readonly string[]
  /** Columns of lists and maps, which are JSON text. */
  readonly lists: readonly string[]
  /** Throws where the file is damaged. */
  readonly tables: (budget: Budget) => AsyncIterable<Table>
}

type LeafColumn = ParquetColumn & { readonly kind: 'leaf' }

const isLong = (column: ParquetColumn): column is LeafColumn =>
  column.kind === 'leaf' && column.field.type === 'integer' && column.leaf.element.type === 'INT64'

const isBeyond = (value: MinMaxType): boolean => !Number.isSafeInteger(Number(value))

/** What the footer says of a column of long whole numbers: all exact, some beyond, or nothing. */
function boundsOf({ row_groups: groups }: FileMetaData, { leaf }: LeafColumn): 'exact' | 'beyond' | 'unknown' {
  let isKnown = true
  for (const group of groups) {
    const { min_value: min, max_value: max } = metaOf(group, leaf).statistics ?? {}
    if (min === undefined || max === undefined) isKnown = false
    else if (isBeyond(min) || isBeyond(max)) return 'beyond'
  }
  return isKnown ? 'exact' : 'unknown'
}

type Opening = { readonly file: ByteSource; readonly metadata: FileMetaData; readonly budget: Budget }

/** Those of some columns that hold a whole number beyond 2^53: read where the footer does not tell. */
async function tooLongOf({ file, metadata, budget }: Opening, columns: readonly LeafColumn[]) {
  const found = new Set(
    columns.filter((column) => boundsOf(metadata, column) === 'beyond').map(({ leaf }) => leaf.index),
  )
  const open = columns.filter((column) => boundsOf(metadata, column) === 'unknown')
  if (open.length === 0) return found
  for await (const { columns: read } of parquetRows({ file, metadata, budget }, open)) {
    for (const [place, column] of read.entries()) {
      const isExact =
        column.type === 'text' || column.values.every((value) => !(Math.abs(value) > Number.MAX_SAFE_INTEGER))
      const leaf = open[place]?.leaf
      if (!isExact && leaf !== undefined) found.add(leaf.index)
    }
  }
  return found
}

const asText = (column: LeafColumn): LeafColumn => ({ ...column, field: { ...column.field, type: 'text' } })

/** Reads a file's footer, and what it takes to know its types. Throws a sentence's end where it cannot be read. */
export async function openParquet(file: ByteSource, budget: Budget): Promise<OpenedParquet> {
  if (isEncrypted(new Uint8Array(await file.slice(0, Math.min(4, file.byteLength))))) throw new Error('it is encrypted')
  const footer = await openFooter(file)
  if (!footer.ok) throw new Error('its footer is damaged or cut off')
  const metadata = footer.value
  const codec = unknownCodec(codecsOf(metadata))
  if (codec !== null) throw new Error(`it is compressed with ${codec}, which is not known here`)
  const all = columnsOf(metadata)
  const rows = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0)
  budget.pass().charge('cells', rows * all.length)
  const tooLong = await tooLongOf({ file, metadata, budget: budget.pass() }, all.filter(isLong))
  const columns = all.map((column) =>
    column.kind === 'leaf' && tooLong.has(column.leaf.index) ? asText(column) : column,
  )
  return {
    fields: columns.map(({ field }) => field),
    rows,
    tooLong: columns.flatMap((column, place) => (column === all[place] ? [] : [column.field.name])),
    lists: columns.flatMap(({ kind, field }) => (kind === 'tree' ? [field.name] : [])),
    tables: (pass) => parquetRows({ file, metadata, budget: pass }, columns),
  }
}

const isEncrypted = (magic: Uint8Array): boolean => String.fromCharCode(...magic) === 'PARE'
