import { inSentence, labelOf, labelOfDimension, labelOfMeasure, labelOfRows } from '../charts/labels.ts'
import { modelOver } from '../charts/model-over.ts'
import { nameOfMeasure } from '../query/measure.ts'
import type { Query } from '../query/query.ts'
import { rowStatisticOf, type RowStatisticId } from '../stats/rows/registry.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'

const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

function measured(asked: Query, model: SemanticModel): string {
  const [first = '', ...others] = asked.measures.map((measure) => labelOfMeasure(measure, model))
  return joined([first, ...others.map(inSentence)])
}

function grouped(asked: Query, model: SemanticModel): string {
  const names = asked.dimensions.map((dimension) => {
    const label = inSentence(labelOfDimension(dimension, model))
    return dimension.grain ? `${dimension.grain} of ${label}` : label
  })
  return joined(names)
}

function ofRows(asked: Query, model: SemanticModel): string {
  const [first, second] = asked.columns.map((name) => labelOf(model, name))
  const [order] = asked.sort
  if (order && first !== undefined) {
    const direction = order.direction === 'descending' ? 'highest' : 'lowest'
    return `${first}, ${direction} ${inSentence(labelOf(model, order.by))} first`
  }
  return asked.columns.length === 2 && second !== undefined ? `${first} and ${inSentence(second)}` : labelOfRows(model)
}

/** `Top 5`, where the Query keeps only one end of a ranking. */
function end({ sort, limit, measures }: Query): string {
  const [order] = sort
  const isRanking =
    order !== undefined && limit < 1000 && measures.some((measure) => nameOfMeasure(measure) === order.by)
  if (!isRanking) return ''
  return `${order.direction === 'descending' ? 'top' : 'bottom'} ${limit}`
}

/** Two measures against each other: `Sales against profit`. */
export const titleOfPair = (y: string, x: string, model: SemanticModel): string =>
  `${labelOf(model, y)} against ${inSentence(labelOf(model, x))}`

const ofStatistic = ({ columns }: Query, id: RowStatisticId, model: SemanticModel): string =>
  `${rowStatisticOf(id).title}: ${joined(columns.map((name, at) => (at === 0 ? labelOf(model, name) : inSentence(labelOf(model, name)))))}`

const withNotes = (base: string, notes: readonly string[]): string =>
  notes.length > 0 ? `${base} (${notes.join('; ')})`.slice(0, 200) : base

/** What a Query answers, as a title: `Total sales by region`, `Orders by month of order date: top 5`. */
export function titleOf(asked: Query, known: SemanticModel, filters: readonly string[]): string {
  const model = modelOver(asked, known)
  if (asked.statistic !== undefined) return withNotes(ofStatistic(asked, asked.statistic, model), filters)
  const isListing = asked.columns.length > 0
  const isSpread =
    asked.dimensions.some(({ bins }) => bins !== undefined) &&
    asked.measures.every(({ column }) => column === undefined)
  const group = grouped(asked, model)
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
  const base = isListing
    ? ofRows(asked, model)
    : asked.measures.length === 0
      ? capital(group)
      : isSpread
        ? `Distribution of ${group}`
        : group === ''
          ? measured(asked, model)
          : `${measured(asked, model)} by ${group}`
  return withNotes(
    base,
    [...filters, end(asked)].filter((note) => note !== ''),
  )
}
