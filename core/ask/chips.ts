import { labelOfDimension, labelOfMeasure, labelOf, labelOfRows } from '../charts/labels.ts'
import type { Query } from '../query/query.ts'
import type { Draft } from './compose/draft.ts'
import type { Chip } from './reading.ts'

const measureChips = (draft: Draft, asked: Query): readonly Chip[] =>
  asked.measures.map((measure) => {
    const said = draft.measures.find(({ column }) => (column?.name ?? undefined) === measure.column)
    return { kind: 'measure', text: labelOfMeasure(measure, draft.model), words: said?.words ?? '' }
  })

const dimensionChips = (draft: Draft, asked: Query): readonly Chip[] =>
  asked.dimensions.map((dimension) => {
    const said = draft.groups.find(({ column }) => column.name === dimension.column)
    const label = labelOfDimension(dimension, draft.model)
    const isTime = said?.column.role === 'time'
    const cut = dimension.grain ? ` by ${dimension.grain}` : dimension.bins ? ' in bins' : ''
    return { kind: isTime ? 'time' : 'dimension', text: `${label}${cut}`, words: said?.words ?? '' }
  })

function listChips(draft: Draft, asked: Query): readonly Chip[] {
  if (asked.columns.length === 0) return []
  const names = asked.columns.slice(0, 4).map((name) => labelOf(draft.model, name))
  const more = asked.columns.length > 4 ? ` and ${asked.columns.length - 4} more` : ''
  return [{ kind: 'dimension', text: `${labelOfRows(draft.model)}: ${names.join(', ')}${more}`, words: '' }]
}

const filterChips = (draft: Draft): readonly Chip[] =>
  draft.filters.map(({ text, words, isTime }) => ({ kind: isTime ? 'time' : 'filter', text, words }))

function orderChips(draft: Draft, asked: Query): readonly Chip[] {
  const [order] = asked.sort
  const words = draft.rank?.words ?? draft.sort?.words
  if (!order || words === undefined) return []
  const direction = order.direction === 'descending' ? 'highest first' : 'lowest first'
  const sorted: Chip = { kind: 'sort', text: `${labelOf(draft.model, order.by)}, ${direction}`, words }
  const isCut = draft.rank !== null && asked.limit < 1000
  return isCut
    ? [sorted, { kind: 'limit', text: asked.limit === 1 ? 'First only' : `First ${asked.limit}`, words }]
    : [sorted]
}

function chartChips({ chart }: Draft): readonly Chip[] {
  if (chart === null) return []
  const shown = chart.stands === null ? chart.type : `${chart.type}, in place of a ${chart.stands}`
  return [{ kind: 'chart', text: `Shown as ${shown}`, words: chart.words }]
}

/** How a question was read, piece by piece. */
export const chipsOf = (draft: Draft, asked: Query): readonly Chip[] => [
  ...measureChips(draft, asked),
  ...listChips(draft, asked),
  ...dimensionChips(draft, asked),
  ...filterChips(draft),
  ...orderChips(draft, asked),
  ...chartChips(draft),
]
