import { inSentence, columnOf, labelOf, labelOfDimension, labelOfMeasure, plural } from '../../charts/labels.ts'
import { chartData } from '../../charts/chart-data.ts'
import { dimensionsOf, textAt } from '../../charts/result-columns.ts'
import { mostRowsOfStatistic } from '../../engine/steps/run-statistic.ts'
import { formatMoment } from '../../format/format-moment.ts'
import { formatNumber } from '../../format/format-number.ts'
import { columnsOfFilter, columnsOfQuery } from '../../query/columns-of-query.ts'
import { nameOfMeasure } from '../../query/measure.ts'
import { query } from '../../query/query.ts'
import type { Result } from '../../result.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { shown } from '../../stats/rows/row-statistic.ts'
import { cellAt, type Table } from '../../table/table.ts'
import { day } from '../../table/time-units.ts'
import { isMoment } from '../compose/draft.ts'
import { wordsOfFilter } from '../filter-words.ts'
import { spokenModel, type Reading } from '../reading.ts'
import { nounOfLabel } from '../sentence/result.ts'
import { incompletePeriods } from './incomplete-periods.ts'

/** What a result is judged by. */
export type Judged = {
  readonly reading: Reading
  readonly table: Table
  /** No rows, or figures that are all unknown. */
  readonly isNothing: boolean
}

type Means<Problem> = {
  readonly model: SemanticModel
  readonly run: (asked: Reading['query']) => Promise<Result<Table, Problem>>
  /** Milliseconds since 1970; left out where nobody says. */
  readonly now?: number | undefined
}

/** Each asks one more Query. */
const mostTried = 4

/** Which condition left nothing: without it, rows match. */
async function emptiedBy<Problem>(
  { query: asked, noun }: Reading,
  { model, run }: Means<Problem>,
): Promise<readonly string[]> {
  const tried = asked.filters.slice(0, mostTried)
  if (tried.length < 2) return []
  const counted = await Promise.all(
    tried.map(async (filter) => {
      const filters = asked.filters.filter((each) => each !== filter)
      const ran = await run(query.parse({ dataset: asked.dataset, measures: [{ aggregate: 'count' }], filters }))
      const cell = ran.ok && ran.value.columns[0] ? cellAt(ran.value.columns[0], 0) : null
      return { filter, rows: typeof cell === 'number' ? cell : 0 }
    }),
  )
  const entity = noun ?? model.entity
  return counted
    .filter(({ rows }) => rows > 0)
    .map(
      ({ filter, rows }) =>
        `Without “${wordsOfFilter(filter, model)}”, ${formatNumber(rows)} ${rows === 1 ? `${entity} matches` : `${plural(entity)} match`}.`,
    )
}

/** A measure without a value in any group. */
function allUnknown({ reading, table }: Judged, model: SemanticModel): readonly string[] {
  const { dimensions, measures } = reading.query
  if (dimensions.length === 0) return []
  return measures.flatMap((measure) => {
    const column = table.columns.find(({ name }) => name === nameOfMeasure(measure))
    const isKnown =
      column && Array.from({ length: table.rows }, (_, row) => cellAt(column, row)).some((cell) => cell !== null)
    return isKnown ? [] : [`${labelOfMeasure(measure, model)} is unknown in every group: no value of it is known here.`]
  })
}

/** A comparison of one group says nothing. */
function oneGroup({ reading, table }: Judged, model: SemanticModel): readonly string[] {
  const [dimension, ...others] = reading.query.dimensions
  const isChosen =
    reading.query.limit === 1 ||
    reading.query.filters.some((each) => columnsOfFilter(each).includes(dimension?.column ?? ''))
  if (dimension === undefined || others.length > 0 || table.rows !== 1 || isChosen) return []
  const [group] = dimensionsOf(chartData(table, reading.query, model))
  const noun = dimension.grain ?? nounOfLabel(labelOfDimension(dimension, model))
  return group ? [`There is only one ${inSentence(noun)} here: ${textAt(group, 0)}.`] : []
}

/** Moments after today are often a slip in the data. */
function inFuture({ query: asked }: Reading, model: SemanticModel, now: number | undefined): readonly string[] {
  if (now === undefined) return []
  return [...new Set(columnsOfQuery(asked))].flatMap((name) => {
    const column = columnOf(model, name)
    const isAfter = column && isMoment(column) && column.range !== null && column.range.max > now + day
    return isAfter && column.range
      ? [`${labelOf(model, name)} runs to ${formatMoment(column.range.max, 'day')}, after today.`]
      : []
  })
}

/** A statistic of more rows than are read for it. */
function ofFirstRows({ reading, table }: Judged, { entity }: SemanticModel): readonly string[] {
  const read = table.columns.find(({ name }) => name === shown.read.name)
  const isCut = read !== undefined && cellAt(read, 0) === mostRowsOfStatistic
  return reading.query.statistic !== undefined && isCut
    ? [`Computed from the first ${formatNumber(mostRowsOfStatistic)} ${plural(entity)}.`]
    : []
}

/** What the figures alone do not say, a sentence each. */
export async function notesOn<Problem>(judged: Judged, means: Means<Problem>): Promise<readonly string[]> {
  const { reading, isNothing } = judged
  if (isNothing) return emptiedBy(reading, means)
  const model = spokenModel(means.model, reading.noun)
  return [
    ...ofFirstRows(judged, model),
    ...allUnknown(judged, model),
    ...oneGroup(judged, model),
    ...incompletePeriods(judged, model),
    ...inFuture(reading, model, means.now),
  ]
}
