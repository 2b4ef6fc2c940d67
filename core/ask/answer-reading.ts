import { chartData } from '../charts/chart-data.ts'
import { chartFor } from '../charts/recommend.ts'
import type { Failure } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import { cellAt, type Table } from '../table/table.ts'
import type { Groups } from '../query/groups.ts'
import { query, type Query } from '../query/query.ts'
import type { Answered } from './answer.ts'
import { spokenModel, type Reading } from './reading.ts'
import { notesOn } from './sense/notes.ts'
import { tell } from './sentence/tell.ts'
import { tellNothing, tellUnfilled, unfilledColumn } from './sentence/tell-nothing.ts'
import { withTies } from './ties.ts'

/** What answering a reading needs of whoever asks. */
export type Answering<Problem = Failure> = {
  readonly model: SemanticModel
  /** Computes a Query, as whoever asks may have it. */
  readonly run: (asked: Query) => Promise<Result<Table, Problem>>
  /** Milliseconds since 1970; left out where nobody says. */
  readonly now?: number | undefined
}

/** No rows, or figures that are all unknown. */
const isEmpty = (table: Table, { query }: Reading): boolean =>
  table.rows === 0 ||
  (query.dimensions.length === 0 &&
    query.columns.length === 0 &&
    table.columns.every((column) => cellAt(column, 0) === null))

/** How many groups with a known name a Query is over, whatever conditions keep. */
async function countGroups<Problem>(
  asked: Query,
  groups: Groups,
  run: Answering<Problem>['run'],
): Promise<number | null> {
  const having = groups.having.filter(({ op }) => op === 'not')
  const count = query.parse({
    dataset: asked.dataset,
    groups: { ...groups, having },
    measures: [{ aggregate: 'count' }],
    filters: asked.filters,
  })
  return onlyNumber(await run(count))
}

function onlyNumber<Problem>(ran: Result<Table, Problem>): number | null {
  const cell = ran.ok && ran.value.columns[0] ? cellAt(ran.value.columns[0], 0) : null
  return typeof cell === 'number' ? cell : null
}

/** How many rows, or known values, a lone figure under conditions is of; null where that says nothing. */
async function countBehind<Problem>(asked: Query, run: Answering<Problem>['run']): Promise<number | null> {
  const [measure, ...others] = asked.measures
  const isLone = measure !== undefined && others.length === 0 && asked.dimensions.length === 0
  if (!isLone || asked.columns.length > 0) return null
  if (asked.groups) return countGroups(asked, asked.groups, run)
  if (asked.filters.length === 0) return null
  const { aggregate, column, share } = measure
  if (!share && !['sum', 'mean', 'median'].includes(aggregate)) return null
  const count = query.parse({
    dataset: asked.dataset,
    measures: [{ aggregate: 'count', ...(column === undefined ? {} : { column }) }],
    filters: asked.filters,
  })
  return onlyNumber(await run(count))
}

/** Words that the answer has no use for are said before it. */
const saysLeftOut = ({ leftOut }: Reading, text: string): string =>
  leftOut === undefined ? text : `“${leftOut}” was not used. ${text}`

/** Answers a reading: runs it, chooses the chart, writes the sentence. The page, the API and the command line all answer here. */
export async function answerReading<Problem = Failure>(
  [wanted, ...others]: readonly [Reading, ...Reading[]],
  { model, run, now }: Answering<Problem>,
): Promise<Result<Answered, Problem>> {
  const first = await run(wanted.query)
  if (!first.ok) return first
  const ran = await withTies(wanted.query, first.value, run)
  const reading = ran.query === wanted.query ? wanted : { ...wanted, query: ran.query }
  const data = chartData(ran.table, reading.query, spokenModel(model, reading.noun))
  const unfilled = unfilledColumn(reading.query, model)
  const isNothing = unfilled !== null || isEmpty(ran.table, reading)
  const [over, notes] = await Promise.all([
    isNothing ? null : countBehind(reading.query, run),
    unfilled ? [] : notesOn({ reading, table: ran.table, isNothing }, { model, run, now }),
  ])
  return ok({
    status: 'answer',
    text: saysLeftOut(
      reading,
      unfilled
        ? tellUnfilled(unfilled, model)
        : isNothing
          ? tellNothing(reading, model)
          : tell(data, reading, model, over),
    ),
    table: ran.table,
    chart: chartFor(reading.chart, data, reading),
    reading,
    others,
    confidence: reading.score,
    notes,
    follows: false,
  })
}
