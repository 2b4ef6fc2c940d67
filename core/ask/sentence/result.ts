import type { ChartData } from '../../charts/chart.ts'
import { inSentence, isPhrase, labelOf, labelOfDimension, labelOfMeasure, plural } from '../../charts/labels.ts'
import { dimensionsOf, measuresOf, numberAt, textAt, type ResultColumn } from '../../charts/result-columns.ts'
import { formatCell } from '../../format/format-cell.ts'
import { formatNumber } from '../../format/format-number.ts'
import { cellAt } from '../../table/table.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { nameOfMeasure } from '../../query/measure.ts'
import type { DatePart } from '../../semantic/vocabulary.ts'
import type { Reading } from '../reading.ts'

/** What a sentence is written from. */
export type Result = {
  readonly data: ChartData
  readonly reading: Reading
  readonly model: SemanticModel
  readonly groups: readonly ResultColumn[]
  readonly measures: readonly ResultColumn[]
  readonly conditions: Conditions
  /** The conditions, as the end of a sentence: ` where Region is West`; empty without any. */
  readonly where: string
  /** How many rows, or known values, a lone figure is of; null where that is not known. */
  readonly over: number | null
}

type Conditions = {
  /** ` in 2024`; empty without any. */
  readonly time: string
  readonly others: readonly string[]
}

/** A period in a sentence: of the dataset's own moments it needs no column, `in 2024`. */
function periodIn(text: string, model: SemanticModel): string {
  const own = `${labelOf(model, model.timeColumn ?? '')} `
  return model.timeColumn !== null && text.startsWith(own) ? text.slice(own.length) : `with ${text}`
}

/** The conditions among the chips: of time too, but not what the result is grouped by. */
function conditionsOf({ query, chips }: Reading, model: SemanticModel): Conditions {
  const grouped = query.dimensions.map((dimension) => labelOfDimension(dimension, model))
  const isGroup = (text: string): boolean => grouped.some((label) => text === label || text.startsWith(`${label} by `))
  const times = chips.filter(({ kind, text }) => kind === 'time' && !isGroup(text))
  const ranks = query.measures.filter(({ over }) => over?.window === 'rank').map((each) => labelOfMeasure(each, model))
  const others = chips
    .filter(
      ({ kind, piece, text }) =>
        kind === 'filter' && !piece.startsWith('kept ') && !ranks.some((rank) => text.startsWith(rank)),
    )
    .map(({ text }) => text)
  return { time: times.map(({ text }) => ` ${periodIn(text, model)}`).join(' and'), others }
}

/** The conditions as the end of a sentence: ` in 2024 where Region is West`. */
const whereOf = ({ time, others }: Conditions): string =>
  others.length > 0 ? `${time} where ${others.join(' and ')}` : time

/** Makes a result ready to be told. */
export function resultOf(data: ChartData, reading: Reading, model: SemanticModel, over: number | null): Result {
  const conditions = conditionsOf(reading, model)
  const [groups, measures] = [dimensionsOf(data), measuresOf(data)]
  return { data, reading, model, groups, measures, conditions, where: whereOf(conditions), over }
}

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

/** What a row is called: its groups, joined; `no deck` where one is not known. */
export const nameAt = ({ groups }: Result, row: number): string =>
  groups
    .map((group) => (cellAt(group.column, row) === null ? `no ${inSentence(group.part.label)}` : textAt(group, row)))
    .join(', ')

/** `1 order`, `2,300 orders`. */
export const counted = (count: number, noun: string): string =>
  `${formatNumber(count)} ${count === 1 ? noun : plural(noun)}`

/** A column of names is of what they name: `Customer name` is of customers. */
export const nounOfLabel = (label: string): string => inSentence(label).replace(/(?<=\S) (name|id)$/i, '')

const nounsOfParts: Readonly<Record<DatePart, string>> = {
  monthOfYear: 'calendar month',
  quarterOfYear: 'calendar quarter',
  weekOfYear: 'calendar week',
  dayOfWeek: 'weekday',
  dayOfMonth: 'day of the month',
  dayOfYear: 'day of the year',
  hourOfDay: 'hour of the day',
}

/** What the groups are: `4 regions`, `12 months`, `8 combinations of species and sex`. */
export function countedGroups({ groups, reading }: Result, count: number): string {
  const [first, ...others] = groups
  const names = groups.map(({ part }, at) => {
    const recurring = reading.query.dimensions[at]?.part
    return recurring === undefined ? (part.grain ?? nounOfLabel(part.label)) : nounsOfParts[recurring]
  })
  if (first === undefined || others.length > 0) return counted(count, 'combination') + ` of ${names.join(' and ')}`
  if (first.part.kind === 'bins') return `${counted(count, 'range')} of ${names[0]}`
  return isPhrase(first.part.label) ? counted(count, 'answer') : counted(count, names[0] ?? 'group')
}

/** `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** Does the measure count, so that there are most and fewest of it? */
export function isCount({ reading }: Result, measure: ResultColumn): boolean {
  const asked = reading.query.measures.find((each) => nameOfMeasure(each) === measure.name)
  if (asked === undefined || asked.share) return false
  return asked.aggregate === 'distinct' || (asked.aggregate === 'count' && asked.column === undefined)
}

/** `the highest total sales`, `the most orders`. */
export function superlative(result: Result, measure: ResultColumn, end: 'highest' | 'lowest'): string {
  if (!isCount(result, measure)) return `the ${end} ${told(measure)}`
  return `the ${end === 'highest' ? 'most' : 'fewest'} ${told(measure)}`
}

/** A measure in the middle of a sentence; its own extreme is a maximum, so that `the highest` may stand before it. */
export const told = ({ part }: ResultColumn): string =>
  (part.label.startsWith('Share of ') ? `s${part.label.slice(1)}` : inSentence(part.label))
    .replace(/^highest /, 'maximum ')
    .replace(/^lowest /, 'minimum ')
