import type { ChartData } from '../../charts/chart.ts'
import { inSentence, plural } from '../../charts/labels.ts'
import { dimensionsOf, measuresOf, numberAt, textAt, type ResultColumn } from '../../charts/result-columns.ts'
import { formatCell } from '../../format/format-cell.ts'
import { formatNumber } from '../../format/format-number.ts'
import { cellAt } from '../../table/table.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import type { Reading } from '../reading.ts'

/** What a sentence is written from. */
export type Result = {
  readonly data: ChartData
  readonly reading: Reading
  readonly model: SemanticModel
  readonly groups: readonly ResultColumn[]
  readonly measures: readonly ResultColumn[]
  /** The conditions, as the end of a sentence: ` where Region is West`; empty without any. */
  readonly where: string
}

/** Makes a result ready to be told. */
export function resultOf(data: ChartData, reading: Reading, model: SemanticModel): Result {
  const isFiltered = reading.query.filters.length > 0
  const conditions = reading.chips.filter(({ kind, words }) => kind === 'filter' || (kind === 'time' && words !== '' && isFiltered)).filter((chip) => isCondition(chip.text, reading))
  const where = conditions.length === 0 || !isFiltered ? '' : ` where ${conditions.map(({ text }) => text).join(' and ')}`
  return { data, reading, model, groups: dimensionsOf(data), measures: measuresOf(data), where }
}

/** A chip of time is a condition unless it names what the result is grouped by. */
const isCondition = (text: string, { query }: Reading): boolean => !query.dimensions.some(({ column, grain }) => text === `${column} by ${grain}` || text === column)

/** A value of the result as people write it. */
export function written(column: ResultColumn, row: number): string {
  const { column: values, format, part } = column
  return formatCell(cellAt(values, row), format, { type: values.type, ...(part.grain ? { grain: part.grain } : {}) })
}

/** A number in the format of its column. */
export const inFormat = (value: number, { format }: ResultColumn): string => formatCell(value, format)

/** The rows of a result in which the measure has a number, with that number. */
export const numbered = ({ data }: Result, measure: ResultColumn): readonly { readonly row: number; readonly value: number }[] =>
  Array.from({ length: data.table.rows }, (_, row) => ({ row, value: numberAt(measure.column, row) })).filter(({ value }) => !Number.isNaN(value))

/** What a row is called: its groups, joined. */
export const nameAt = ({ groups }: Result, row: number): string => groups.map((group) => textAt(group, row)).join(', ')

/** `1 order`, `2,300 orders`. */
export const counted = (count: number, noun: string): string => `${formatNumber(count)} ${count === 1 ? noun : plural(noun)}`

/** A measure in the middle of a sentence. */
export const told = ({ part }: ResultColumn): string => inSentence(part.label)
