import type { ChartData } from '../../charts/chart.ts'
import { inSentence, labelOf, labelOfDimension, plural } from '../../charts/labels.ts'
import { dimensionsOf, measuresOf, numberAt, textAt, type ResultColumn } from '../../charts/result-columns.ts'
import { formatCell } from '../../format/format-cell.ts'
import { formatNumber } from '../../format/format-number.ts'
import { cellAt } from '../../table/table.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { nameOfMeasure } from '../../query/query.ts'
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

type Conditions = { readonly periods: readonly string[]; readonly others: readonly string[] }

/** A period in a sentence: of the dataset's own moments it needs no column, `in 2024`. */
function periodIn(text: string, model: SemanticModel): string {
  const own = `${labelOf(model, model.timeColumn ?? '')} `
  return model.timeColumn !== null && text.startsWith(own) ? text.slice(own.length) : `with ${text}`
}

/** The conditions among the chips: of time too, but not what the result is grouped by. */
function conditionsOf({ query, chips }: Reading, model: SemanticModel): Conditions {
  const grouped = query.dimensions.map(
    (dimension) => `${labelOfDimension(dimension, model)}${dimension.grain ? ` by ${dimension.grain}` : ''}`,
  )
  const times = chips.filter(({ kind, text }) => kind === 'time' && !grouped.includes(text))
  const others = chips.filter(({ kind }) => kind === 'filter').map(({ text }) => text)
  return { periods: times.map(({ text }) => periodIn(text, model)), others }
}

/** The conditions as the end of a sentence: ` in 2024 where Region is West`. */
function whereOf(reading: Reading, model: SemanticModel): string {
  const { periods, others } = conditionsOf(reading, model)
  const time = periods.length > 0 ? ` ${periods.join(' and ')}` : ''
  return others.length > 0 ? `${time} where ${others.join(' and ')}` : time
}

/** Makes a result ready to be told. */
export const resultOf = (data: ChartData, reading: Reading, model: SemanticModel): Result => ({
  data,
  reading,
  model,
  groups: dimensionsOf(data),
  measures: measuresOf(data),
  where: whereOf(reading, model),
})

/** A value of the result as people write it. */
export function written(column: ResultColumn, row: number): string {
  const { column: values, format, part } = column
  return formatCell(cellAt(values, row), format, { type: values.type, ...(part.grain ? { grain: part.grain } : {}) })
}

/** A number in the format of its column. */
export const inFormat = (value: number, { format }: ResultColumn): string => formatCell(value, format)

/** The rows of a result in which the measure has a number, with that number. */
export const numbered = (
  { data }: Result,
  measure: ResultColumn,
): readonly { readonly row: number; readonly value: number }[] =>
  Array.from({ length: data.table.rows }, (_, row) => ({ row, value: numberAt(measure.column, row) })).filter(
    ({ value }) => !Number.isNaN(value),
  )

/** What a row is called: its groups, joined. */
export const nameAt = ({ groups }: Result, row: number): string => groups.map((group) => textAt(group, row)).join(', ')

/** `1 order`, `2,300 orders`. */
export const counted = (count: number, noun: string): string =>
  `${formatNumber(count)} ${count === 1 ? noun : plural(noun)}`

/** `the highest total sales`, `the most orders`. */
export function superlative({ reading }: Result, measure: ResultColumn, end: 'highest' | 'lowest'): string {
  const asked = reading.query.measures.find((each) => nameOfMeasure(each) === measure.name)
  const isCount =
    asked !== undefined &&
    !asked.share &&
    (asked.aggregate === 'distinct' || (asked.aggregate === 'count' && asked.column === undefined))
  if (!isCount) return `the ${end} ${told(measure)}`
  return `the ${end === 'highest' ? 'most' : 'fewest'} ${told(measure)}`
}

/** A measure in the middle of a sentence; its own extreme is a maximum, so that `the highest` may stand before it. */
export const told = ({ part }: ResultColumn): string =>
  inSentence(part.label)
    .replace(/^highest /, 'maximum ')
    .replace(/^lowest /, 'minimum ')
