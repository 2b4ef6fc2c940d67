import { chartData } from '../charts/chart-data.ts'
import { recommendChart } from '../charts/recommend.ts'
import { chartTypes, isChartTypeId } from '../charts/registry.ts'
import { isNumeric } from '../charts/result-columns.ts'
import type { ChartData, ChartSpec } from '../charts/chart.ts'
import type { Result } from '../result.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { Source } from '../table/source.ts'
import { cellAt, type Table } from '../table/table.ts'
import type { Answer } from './answer.ts'
import { withValues } from './look-up.ts'
import { readQuestion, type Read } from './read-question.ts'
import { query, type Query } from '../query/query.ts'
import { spokenModel, type Reading } from './reading.ts'
import { tell } from './sentence/tell.ts'
import { tellNothing } from './sentence/tell-nothing.ts'
import { suggestQuestions } from './suggest.ts'
import { judge } from './understand.ts'

export type AskContext = {
  readonly model: SemanticModel
  /** Computes what a question was read to, as whoever asks may have it. */
  readonly run: (asked: Query) => Promise<Result<Table>>
  /** Where words that nothing else explains are looked up among all values; null where nobody may. */
  readonly source: Source | null
}

/** Can the chart asked for show this result? A line runs along anything, dots need two numbers. */
function canShow(spec: ChartSpec, data: ChartData): boolean {
  if (!isChartTypeId(spec.type)) return false
  const x = data.table.columns.find(({ name }) => name === spec.x)
  if (spec.type === 'line' || (spec.type === 'scatter' && x !== undefined && isNumeric(x))) return true
  return data.table.rows === 0 || chartTypes[spec.type].suits(data) > 0
}

/** The chart asked for where it can show the result, else the best. */
function chartFor(spec: ChartSpec | null, data: ChartData): ChartSpec {
  if (spec === null || !canShow(spec, data)) return recommendChart(data)
  return spec.type === 'table' ? chartTypes.table.specFor(data) : spec
}

/** No rows, or figures that are all unknown. */
const isEmpty = (table: Table, { query }: Reading): boolean =>
  table.rows === 0 ||
  (query.dimensions.length === 0 &&
    query.columns.length === 0 &&
    table.columns.every((column) => cellAt(column, 0) === null))

/** Reads the question; words it cannot place are looked for among all values, and then it is read again. */
async function readWithValues(
  question: string,
  { model, source }: AskContext,
): Promise<{ readonly read: Read; readonly model: SemanticModel }> {
  const read = readQuestion(question, model)
  const words = [...read.unknown, ...read.unread]
  const wider = words.length === 0 || source === null ? null : await withValues(words, model, source)
  return wider === null ? { read, model } : { read: readQuestion(question, wider), model: wider }
}

/** How many rows, or known values, a lone figure under conditions is of; null where that says nothing. */
async function countBehind(asked: Query, run: AskContext['run']): Promise<number | null> {
  const [measure, ...others] = asked.measures
  const isLone = measure !== undefined && others.length === 0 && asked.dimensions.length === 0
  if (!isLone || asked.filters.length === 0 || asked.columns.length > 0) return null
  const { aggregate, column, share } = measure
  if (!share && !['sum', 'mean', 'median'].includes(aggregate)) return null
  const count = query.parse({
    dataset: asked.dataset,
    measures: [{ aggregate: 'count', ...(column === undefined ? {} : { column }) }],
    filters: asked.filters,
  })
  const ran = await run(count)
  const cell = ran.ok && ran.value.columns[0] ? cellAt(ran.value.columns[0], 0) : null
  return typeof cell === 'number' ? cell : null
}

/** Answers a reading: runs it, chooses the chart, writes the sentence. */
async function answer(
  [reading, ...others]: readonly [Reading, ...Reading[]],
  { model, run }: AskContext,
): Promise<Answer> {
  const ran = await run(reading.query)
  if (!ran.ok) return { status: 'refuse', reason: ran.error.message, suggestions: suggestQuestions(model).slice(0, 3) }
  const data = chartData(ran.value, reading.query, spokenModel(model, reading.noun))
  const isNothing = isEmpty(ran.value, reading)
  const over = isNothing ? null : await countBehind(reading.query, run)
  return {
    status: 'answer',
    text: isNothing ? tellNothing(reading, model) : tell(data, reading, model, over),
    table: ran.value,
    chart: chartFor(reading.chart, data),
    reading,
    others,
    confidence: reading.score,
  }
}

/** Answers a question about one dataset: text, numbers, chart, and how it was understood. */
export async function ask(question: string, context: AskContext): Promise<Answer> {
  const { read, model } = await readWithValues(question, context)
  const understood = judge(read, context.model)
  return understood.status === 'answer' ? answer(understood.readings, { ...context, model }) : understood
}
