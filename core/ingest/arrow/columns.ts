import type { Budget } from '../../budget.ts'
import { type Batch, type Column as ArrowColumn, TimeUnit, Type } from '@uwdata/flechette'
import type { DataType, Field as ArrowField } from '@uwdata/flechette'
import type { Column, ColumnType, Field } from '../../table/table.ts'
import { TextMerger } from '../../table/text-merger.ts'
import { bytesText, clockText, decimalText, jsonText } from '../../table/value-text.ts'

/** A column as people see it, and how to come to its values from the column of the file that holds them. */
export type ArrowLeaf = {
  readonly field: Field
  /** Place among the file's columns. */
  readonly place: number
  /** Names of the members to step through, from a struct down. */
  readonly steps: readonly string[]
  readonly type: DataType
}

/** What values mean when those of one type stand for those of another. */
function meant(type: DataType): DataType {
  if (type.typeId === Type.Dictionary) return meant(type.dictionary)
  return type.typeId === Type.RunEndEncoded ? meant(type.children[1].type) : type
}

const typeOfId: Partial<Record<number, ColumnType>> = {
  [Type.Bool]: 'boolean',
  [Type.Int]: 'integer',
  [Type.Float]: 'decimal',
  [Type.Decimal]: 'decimal',
  [Type.Date]: 'date',
  [Type.Timestamp]: 'timestamp',
  [Type.Duration]: 'duration',
}

/** All columns of a schema: members of structs have dotted names. */
export function leavesOf(fields: readonly ArrowField[]): ArrowLeaf[] {
  const below = (place: number, steps: readonly string[], name: string, type: DataType): ArrowLeaf[] => {
    if (type.typeId === Type.Struct && type.children.length > 0) {
      return type.children.flatMap((child) => below(place, [...steps, child.name], `${name}.${child.name}`, child.type))
    }
    const own = meant(type)
    return [{ field: { name, type: typeOfId[own.typeId] ?? 'text' }, place, steps, type: own }]
  }
  return fields.flatMap(({ name, type }, place) => below(place, [], name, type))
}

/** Decimals of so many digits are exact as floats. */
const exactDigits = 15

/** May it hold numbers that are not exact as floats? */
export function isLong({ type }: ArrowLeaf): boolean {
  if (type.typeId === Type.Decimal) return type.precision > exactDigits
  return type.typeId === Type.Int && type.bitWidth === 64
}

/** What one stored unit of a column is: a cent 0.01, a microsecond a thousandth of a millisecond; 1 of plain numbers. */
export function unitOf({ type }: ArrowLeaf): number {
  if (type.typeId === Type.Decimal) return 10 ** -type.scale
  return type.typeId === Type.Duration ? 1e3 / (perSecond[type.unit] ?? 1) : 1
}

export const isList = ({ field, type }: ArrowLeaf): boolean => field.type === 'text' && 'children' in type

const perSecond: Readonly<Record<number, number>> = {
  [TimeUnit.SECOND]: 1,
  [TimeUnit.MILLISECOND]: 1e3,
  [TimeUnit.MICROSECOND]: 1e6,
  [TimeUnit.NANOSECOND]: 1e9,
}

function textOf(value: unknown, type: DataType): string {
  if (typeof value === 'string') return value
  if (type.typeId === Type.Decimal) return decimalText(BigInt(value as number | bigint), type.scale)
  if (type.typeId === Type.Time) return clockText(Number(value), perSecond[type.unit] ?? 1)
  if (value instanceof Uint8Array) return bytesText(value)
  return typeof value === 'object' ? jsonText(plain(value)) : String(value)
}

/** Typed arrays and maps, as JSON has them. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, one]) => [String(key), plain(one)]))
  if (Array.isArray(value)) return value.map(plain)
  if (ArrayBuffer.isView(value) && !(value instanceof Uint8Array) && !(value instanceof DataView))
    return Array.from(value as unknown as ArrayLike<unknown>)
  return value
}

function valueAt(batch: Batch<unknown>, row: number, steps: readonly string[]): unknown {
  let value: unknown = batch.at(row)
  for (const step of steps) value = (value as Readonly<Record<string, unknown>> | null)?.[step]
  return value ?? null
}

const oneEach: ReadonlySet<number> = new Set([
  Type.Int,
  Type.Float,
  Type.Date,
  Type.Time,
  Type.Timestamp,
  Type.Duration,
  Type.Dictionary,
])

/** Do the buffers of a batch hold as many values as it says? What they lack would be taken for null. */
function isWhole({ length, type, values, offsets }: Batch<unknown>): boolean {
  if (offsets !== undefined && type.typeId !== Type.Union) return offsets.length > length || length === 0
  if (values === undefined) return true
  if (type.typeId === Type.Bool) return values.length * 8 >= length
  return !oneEach.has(type.typeId) || values.length >= length
}

function batchOf(column: ArrowColumn<unknown> | undefined): Batch<unknown> {
  const batch = column?.data[0]
  if (batch === undefined) throw new Error('one of its batches of rows lacks a column')
  return batch
}

/** Rows of one column of one batch. */
export function columnOf(
  leaf: ArrowLeaf,
  columns: readonly ArrowColumn<unknown>[],
  { from, to }: { readonly from: number; readonly to: number },
  budget?: Budget,
): Column {
  const { name, type } = leaf.field
  const batch = batchOf(columns[leaf.place])
  if (batch.length < to || !isWhole(batch)) throw new Error('one of its columns is shorter than the others')
  if (type !== 'text') {
    const unit = unitOf(leaf)
    // Below 1, dividing by a whole number is exact where multiplying is not: 83 / 100 is 0.83.
    const [times, by] = unit < 1 ? [1, Math.round(1 / unit)] : [unit, 1]
    const values = new Float64Array(to - from)
    for (let row = from; row < to; row++) {
      const value = valueAt(batch, row, leaf.steps)
      values[row - from] = value === null ? Number.NaN : (Number(value) * times) / by
    }
    return { name, type, values }
  }
  const { codes, dictionary } = textsOf(leaf, batch, { from, to, budget })
  return { name, type, codes, dictionary }
}

type Stretch = { readonly from: number; readonly to: number; readonly budget: Budget | undefined }

function textsOf(leaf: ArrowLeaf, batch: Batch<unknown>, { from, to, budget }: Stretch) {
  const merger = new TextMerger()
  const codes = new Int32Array(to - from)
  for (let row = from; row < to; row++) {
    const value = valueAt(batch, row, leaf.steps)
    const text = value === null ? null : textOf(value, leaf.type)
    budget?.charge('bytes', text?.length ?? 0)
    codes[row - from] = text === null ? -1 : merger.codeOf(text)
  }
  return { codes, dictionary: merger.dictionary }
}
