import type { FileMetaData, MinMaxType } from 'hyparquet/src/types.js'
import type { Budget } from '../budget.ts'
import type { ByteSource } from './byte-source.ts'
import { unknownCodec } from './codecs.ts'
import { columnsOf, metaOf, type ParquetColumn } from './parquet-columns.ts'
import { codecsOf, openFooter } from './parquet-footer.ts'
import { isDecimal, precisionOf, scaleOf } from './parquet-types.ts'
import { parquetRows } from './parquet-rows.ts'
import type { Field, Table } from './table.ts'

/** A Parquet file of any writer, opened for one sequential read. */
export type OpenedParquet = {
  readonly fields: readonly Field[]
  readonly rows: number
  /** Columns of numbers with more digits than a 64-bit float holds; read as text. */
  readonly tooLong: readonly string[]
  /** Columns of lists and maps; read as JSON text. */
  readonly lists: readonly string[]
  /** Throws if the file is damaged. */
  readonly tables: (budget: Budget) => AsyncIterable<Table>
}

type LeafColumn = ParquetColumn & { readonly kind: 'leaf' }

/** Maximum digits of a decimal that a float represents exactly. */
const exactDigits = 15

function isLong(column: ParquetColumn): column is LeafColumn {
  if (column.kind === 'tree') return false
  const { field, leaf } = column
  if (field.type === 'integer') return leaf.element.type === 'INT64'
  return field.type === 'decimal' && isDecimal(leaf.element) && precisionOf(leaf.element) > exactDigits
}

/** True if the number, without its decimal point, has more digits than a float represents exactly. */
const isBeyond = (value: number, scale: number): boolean => Math.abs(value) * 10 ** scale > Number.MAX_SAFE_INTEGER

/** Scale of a decimal; 0 for integers. */
const scaleIn = ({ field, leaf }: LeafColumn): number => (field.type === 'decimal' ? scaleOf(leaf.element) : 0)

/** A footer bound as a number, or null if it is not one; decimals may have bounds in bytes. */
function boundOf(value: MinMaxType | undefined, { field }: LeafColumn): number | null {
  if (typeof value === 'number') return value
  return typeof value === 'bigint' && field.type === 'integer' ? Number(value) : null
}

/** What footer statistics prove about a column of long numbers: all exact, some inexact, or nothing. */
function boundsOf({ row_groups: groups }: FileMetaData, column: LeafColumn): 'exact' | 'beyond' | 'unknown' {
  const scale = scaleIn(column)
  let isKnown = true
  for (const group of groups) {
    const { min_value: min, max_value: max } = metaOf(group, column.leaf).statistics ?? {}
    const bounds = [min, max].map((value) => boundOf(value, column))
    if (bounds.includes(null)) isKnown = false
    else if (bounds.some((bound) => isBeyond(bound ?? 0, scale))) return 'beyond'
  }
  return isKnown ? 'exact' : 'unknown'
}

type Opening = { readonly file: ByteSource; readonly metadata: FileMetaData; readonly budget: Budget }

/**
 * The columns with a number that is not exact as a float; reads the values of columns whose statistics prove nothing.
 */
async function tooLongOf({ file, metadata, budget }: Opening, columns: readonly LeafColumn[]) {
  const found = new Set(
    columns.filter((column) => boundsOf(metadata, column) === 'beyond').map(({ leaf }) => leaf.index),
  )
  const open = columns.filter((column) => boundsOf(metadata, column) === 'unknown')
  if (open.length === 0) return found
  for await (const { columns: read } of parquetRows({ file, metadata, budget }, open)) {
    for (const [place, column] of read.entries()) {
      const long = open[place]
      if (long === undefined || column.type === 'text') continue
      const scale = scaleIn(long)
      if (column.values.some((value) => isBeyond(value, scale))) found.add(long.leaf.index)
    }
  }
  return found
}

const asText = (column: LeafColumn): LeafColumn => ({ ...column, field: { ...column.field, type: 'text' } })

/** Reads the footer and determines the column types. Throws the end of an error sentence if the file cannot be read. */
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
