import { emptyText } from '../format/empty.ts'
import { isQuantity } from '../query/type-rules.ts'
import type { DatePart, Format, Grain } from '../semantic/vocabulary.ts'
import type { Column } from '../table/table.ts'
import { cellAt } from '../table/table.ts'
import type { ChartData, ColumnPart } from './chart.ts'
import type { SceneColumn } from './scenes.ts'
import { writeCell } from './write-cell.ts'
import { ownValue } from '../own-value.ts'

/** A result column with all that a chart needs to know of it. */
export type ResultColumn = {
  readonly column: Column
  readonly name: string
  readonly format: Format
  readonly part: ColumnPart
}

const isMoment = (column: Column): boolean => column.type === 'date' || column.type === 'timestamp'

function toldFromType(column: Column): ColumnPart {
  const kind = isMoment(column) ? 'time' : isNumeric(column) ? 'measure' : 'category'
  return { kind, label: column.name, grain: null, absent: null }
}

const formatOfType = (column: Column): Format =>
  isMoment(column) ? 'date' : column.type === 'text' || column.type === 'duration' ? column.type : 'number'

/** The result's columns in order. */
export const resultColumns = ({ table, formats, parts }: ChartData): readonly ResultColumn[] =>
  table.columns.map((column) => ({
    column,
    name: column.name,
    format: ownValue(formats, column.name) ?? formatOfType(column),
    part: ownValue(parts ?? {}, column.name) ?? toldFromType(column),
  }))

/** The columns that group, in order. */
export const dimensionsOf = (data: ChartData): readonly ResultColumn[] =>
  resultColumns(data).filter(({ part }) => part.kind !== 'measure' && part.kind !== 'listed')

/** The columns that are computed, in order; only those that are numbers can be drawn. */
export const measuresOf = (data: ChartData): readonly ResultColumn[] =>
  resultColumns(data).filter(({ part, column }) => part.kind === 'measure' && isNumeric(column))

/** The numeric columns of listed rows. */
export const listedNumbers = (data: ChartData): readonly ResultColumn[] =>
  resultColumns(data).filter(({ part, column }) => part.kind === 'listed' && isNumeric(column))

export const isNumeric = ({ type }: Column): boolean => isQuantity(type)

/** The measures that share one axis: those written like the first. */
export function measuresOnOneAxis(data: ChartData): readonly ResultColumn[] {
  const [first, ...others] = measuresOf(data)
  return first === undefined ? [] : [first, ...others.filter(({ format }) => format === first.format)]
}

/** The number in a cell; NaN for nulls and for what is no number. */
export function numberAt(column: Column, row: number): number {
  if (column.type === 'text') return Number.NaN
  const value = column.values[row] ?? Number.NaN
  return Number.isFinite(value) ? value : Number.NaN
}

/** Every number of a column, nulls as NaN. */
export const numbersOf = ({ table }: ChartData, column: Column): number[] =>
  Array.from({ length: table.rows }, (_, row) => numberAt(column, row))

/** Does the column hold any number? */
export function hasNumbers({ table }: ChartData, { column }: ResultColumn): boolean {
  for (let row = 0; row < table.rows; row += 1) if (!Number.isNaN(numberAt(column, row))) return true
  return false
}

/** How many different values a column holds, nulls counted as one; stops counting at the limit. */
export function distinctIn({ table }: ChartData, column: Column, limit = 10_000): number {
  const seen = new Set<number>()
  for (let row = 0; row < table.rows && seen.size < limit; row += 1)
    seen.add(column.type === 'text' ? (column.codes[row] ?? -1) : (column.values[row] ?? Number.NaN))
  return seen.size
}

/** How moments were cut, where they were. */
const cutOf = ({ grain, part }: ColumnPart): { readonly grain?: Grain; readonly part?: DatePart } => ({
  ...(grain ? { grain } : {}),
  ...(part ? { part } : {}),
})

/** A cell as people read it on an axis, in a legend. */
export function textAt({ column, format, part }: ResultColumn, row: number): string {
  const cell = cellAt(column, row)
  if (cell === null || cell === '') return emptyText
  return writeCell(cell, { format, type: column.type, ...cutOf(part) })
}

/** The column's name and words for a Scene. */
export const sceneColumn = ({ column, name, format, part }: ResultColumn): SceneColumn => ({
  name,
  type: column.type,
  format,
  label: part.label,
  ...cutOf(part),
})

/** The column a spec names, if the result has it. */
export const namedColumn = (data: ChartData, name: string | null): ResultColumn | undefined =>
  name === null ? undefined : resultColumns(data).find((column) => column.name === name)

/** The numeric columns a spec measures, those that the result has. */
export const measuredColumns = (data: ChartData, names: readonly string[]): readonly ResultColumn[] =>
  names.flatMap((name) => namedColumn(data, name) ?? []).filter(({ column }) => isNumeric(column))

/** What a chart says of a spec whose columns the result does not have. */
export const missingColumns = {
  kind: 'empty',
  reason: 'This chart needs columns that the result does not have.',
} as const

/** What a chart says of a result that holds no values. */
export const noValues = { kind: 'empty', reason: 'There are no values to draw.' } as const
