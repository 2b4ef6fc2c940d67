import type { Answer, Answered } from '#core/ask/answer.ts'
import { correlationOf } from '#core/ask/sentence/tell-rows.ts'
import type { Reading } from '#core/ask/reading.ts'
import { channelOf } from '#core/charts/chart-spec.ts'
import { serves } from '#core/charts/intent.ts'
import { chartTypeOf } from '#core/charts/registry.ts'
import type { ChartSpec } from '#core/charts/chart.ts'
import { formatMoment } from '#core/format/format-moment.ts'
import { nameOfDimension } from '#core/query/dimension.ts'
import { nameOfMeasure } from '#core/query/measure.ts'
import type { Query } from '#core/query/query.ts'
import { cellAt, toRows, type Cell, type Column, type Table } from '#core/table/table.ts'
import { namedValues } from './named-values.ts'
import type { EvaluationQuestion } from './question.ts'

export type PredictedField = {
  readonly field: string
  readonly aggregate?: string
  readonly bin?: boolean
  readonly timeUnit?: string
  readonly channel?: string
}

/** The answer to one question, in the scorers' format. */
export type Prediction = {
  readonly id: string
  readonly status: 'answered' | 'clarify' | 'refused' | 'error'
  readonly ms: number
  readonly [detail: string]: unknown
}

/** The family of marks. */
const markOf = ({ type }: ChartSpec): string => chartTypeOf(type)?.mark ?? type

/** The channel that a column stands in, as scorers spell it. */
function channelIn(name: string, chart: ChartSpec): { channel?: string } {
  const channel = channelOf(chart, name)
  return channel === null ? {} : { channel: channel === 'colour' ? 'color' : channel }
}

/** The columns of a Query with their operations. */
function fieldsOf(query: Query, chart: ChartSpec): readonly PredictedField[] {
  return [
    ...query.dimensions.map((dimension) => ({
      field: dimension.column,
      ...(dimension.bins === undefined ? {} : { bin: true }),
      ...(dimension.grain === undefined ? {} : { timeUnit: dimension.grain }),
      ...channelIn(nameOfDimension(dimension), chart),
    })),
    ...query.measures.map((measure) => ({
      field: measure.column ?? '*',
      aggregate: measure.aggregate,
      ...channelIn(nameOfMeasure(measure), chart),
    })),
    ...query.columns.map((field) => ({ field, ...channelIn(field, chart) })),
  ]
}

function cellsOf(column: Column, table: Table, grain: Parameters<typeof formatMoment>[1]): readonly Cell[] {
  return Array.from({ length: table.rows }, (_, row) => {
    const cell = cellAt(column, row)
    return grain !== null && typeof cell === 'string' ? formatMoment(Date.parse(cell), grain) : cell
  })
}

/** The answer values: the figure, or the requested names. */
function valuesOf({ query, asksOne, chart }: Reading, table: Table): readonly Cell[] {
  const [first, second] = table.columns
  if (first === undefined) return []
  if (serves(chart?.type, 'relationship') && second) return [correlationOf(first, second, table.rows)]
  const [dimension] = query.dimensions
  const cells = cellsOf(first, table, dimension?.grain ?? null)
  return asksOne ? cells.slice(0, 1) : cells
}

/** Characters of ISO text per grain. */
const lengths = new Map(Object.entries({ year: 4, month: 7, quarter: 7, week: 10, day: 10, hour: 13 }))

const cutTo = (cell: Cell | undefined, length: number | undefined): Cell =>
  typeof cell === 'string' ? cell.slice(0, length) : (cell ?? null)

/** Result rows; moments are cut to their grain. */
function rowsOf({ query }: Reading, table: Table): readonly Record<string, Cell>[] {
  const cuts = query.dimensions.flatMap((dimension) =>
    dimension.grain ? [{ name: nameOfDimension(dimension), length: lengths.get(dimension.grain) }] : [],
  )
  return toRows(table).map((row) => ({
    ...row,
    ...Object.fromEntries(cuts.map(({ name, length }) => [name, cutTo(row[name], length)])),
  }))
}

/** What a reading shows, once it is run. */
export const readingPrediction = (
  question: EvaluationQuestion,
  reading: Reading,
  { table, chart }: { readonly table: Table; readonly chart: ChartSpec },
) => ({
  mark: markOf(chart),
  fields: fieldsOf(reading.query, chart),
  rows: rowsOf(reading, table),
  values: valuesOf(reading, table),
  named: namedValues(question, reading, table),
})

function answered(
  question: EvaluationQuestion,
  answer: Answered,
  alternatives: readonly unknown[],
): Omit<Prediction, 'id' | 'ms' | 'status'> {
  const { table, chart, reading } = answer
  return {
    ...readingPrediction(question, reading, { table, chart }),
    confidence: answer.confidence,
    query: reading.query,
    text: answer.text,
    alternatives,
  }
}

/** One line of predictions. */
export function predictionOf(
  question: EvaluationQuestion,
  answer: Answer,
  told: { readonly ms: number; readonly alternatives: readonly unknown[] },
): Prediction {
  const { ms, alternatives } = told
  const { id } = question
  switch (answer.status) {
    case 'answer':
      return { id, status: 'answered', ms, ...answered(question, answer, alternatives) }
    case 'clarify':
      return { id, status: 'clarify', ms, text: answer.question, alternatives }
    case 'refuse':
      return { id, status: 'refused', ms, text: answer.reason }
  }
}

/** Another reading and its result. */
export const alternativeOf = ({ query, chart }: Reading, table: Table, shown: ChartSpec): unknown => ({
  mark: markOf(chart ?? shown),
  fields: fieldsOf(query, chart ?? shown),
  rows: toRows(table),
})
