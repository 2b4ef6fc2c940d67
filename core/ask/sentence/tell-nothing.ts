import { inSentence, labelOf, labelOfDimension, plural } from '../../charts/labels.ts'
import { formatNumber } from '../../format/format-number.ts'
import { formatMoment } from '../../format/format-moment.ts'
import type { Query } from '../../query/query.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import type { Reading } from '../reading.ts'
import { listed, nounOfLabel } from './result.ts'

function reach(model: SemanticModel): string {
  const time = model.columns.find(({ name }) => name === model.timeColumn)
  if (time?.range == null) return ''
  const isMoment = time.type === 'date' || time.type === 'timestamp'
  const at = (value: number): string => (isMoment ? formatMoment(value, 'day') : String(value))
  return ` ${time.label} runs from ${at(time.range.min)} to ${at(time.range.max)}.`
}

/** Why a statistic of rows has no figures. */
const tellUndefined = (columns: readonly string[], rows: string, model: SemanticModel): string =>
  `This cannot be computed of ${listed(columns.map((name) => inSentence(labelOf(model, name))))}: too few ${rows} have known values, or the values do not vary.`

/** Why a result is empty, and what to do about it. */
export function tellNothing({ query, chips, noun }: Reading, model: SemanticModel): string {
  const [group] = query.having.length > 0 ? query.dimensions : []
  const conditions = chips.filter(({ kind, words }) => kind === 'filter' || (kind === 'time' && words !== ''))
  const rows = plural(group ? nounOfLabel(labelOfDimension(group, model)) : (noun ?? model.entity))
  if (query.statistic !== undefined) return tellUndefined(query.columns, rows, model)
  if (conditions.length === 0) return `There are no ${rows} to answer from.`
  const said = conditions.map(({ text }) => text).join(' and ')
  const hint = conditions.some(({ kind }) => kind === 'time') ? reach(model) : ''
  return `No ${rows} match: ${said}.${hint} Leave out a condition to see more.`
}

/** A column that a Query reads and that holds nothing in any row; null where there is none. */
export function unfilledColumn(query: Query, { columns, rows }: SemanticModel): SemanticColumn | null {
  const read = [
    ...query.measures.flatMap(({ column }) => column ?? []),
    ...query.dimensions.flatMap((dimension) => ('column' in dimension ? dimension.column : [])),
    ...query.sort.map(({ by }) => by),
  ]
  return columns.find(({ name, nulls }) => rows > 0 && nulls === rows && read.includes(name)) ?? null
}

/** Says so of a column that holds nothing. */
export const tellUnfilled = ({ label }: SemanticColumn, { rows }: SemanticModel): string =>
  `${label} has no values: it is empty in ${rows === 1 ? 'the one row' : `all ${formatNumber(rows)} rows`}.`
