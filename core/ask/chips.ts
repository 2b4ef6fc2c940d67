import { inSentence, labelOf, labelOfDimension, labelOfMeasure, labelOfRows, plural } from '../charts/labels.ts'
import { nameOfMeasure, type Measure } from '../query/measure.ts'
import type { Dimension } from '../query/dimension.ts'
import type { Query } from '../query/query.ts'
import { nounOf, type Draft } from './compose/draft.ts'
import { spokenModel, type Chip } from './reading.ts'
import type { Plan } from './shapes/plan.ts'

const isPlainCount = ({ aggregate, as, share }: Measure): boolean => aggregate === 'count' && as === undefined && !share

/** `Count of orders`; where the question calls them otherwise, so much is said. */
function phraseOfCount({ column }: Measure, draft: Draft): string {
  const rows = plural(nounOf(draft))
  if (column !== undefined) return `Count of ${rows} with a known ${inSentence(labelOf(draft.model, column))}`
  const { noun, model } = draft
  return noun?.isAssumed ? `Count of ${plural(model.entity)}, taken for ${plural(noun.one)}` : `Count of ${rows}`
}

/** What is computed, as a phrase: `Total revenue`, `Count of orders`, `Share of orders where Region is West`. */
function phraseOf(measure: Measure, draft: Draft): string {
  if (isPlainCount(measure)) return phraseOfCount(measure, draft)
  const told = labelOfMeasure(measure, spokenModel(draft.model, nounOf(draft)))
  return measure.aggregate === 'distinct' && !measure.share ? `Count of ${inSentence(told)}` : told
}

/** The words that a share and its part came from. */
function wordsOfShare(draft: Draft, { share, filter }: Measure): readonly string[] {
  if (!share) return []
  const key = JSON.stringify(filter)
  const parts = draft.filters.filter((each) => JSON.stringify(each.filter) === key).map(({ words }) => words)
  return [draft.markWords.get('share') ?? '', ...parts]
}

/** The words of the question that a measure came from; none where it was assumed. */
function wordsOfMeasure(draft: Draft, measure: Measure): string {
  const { column, aggregate } = measure
  if (draft.noun?.isAssumed && column === undefined) return ''
  const own = draft.measures.filter((each) => each.column?.name === column)
  const said = (own.find((each) => each.aggregate === aggregate) ?? own[0])?.words ?? ''
  const rows = column === undefined ? (draft.noun?.words ?? '') : ''
  const [mark = '', ...parts] = wordsOfShare(draft, measure)
  return [mark, said === '' ? rows : said, ...parts].filter((words) => words !== '').join(' … ')
}

const measureChips = (draft: Draft, asked: Query): readonly Chip[] =>
  asked.measures.map((measure) => ({
    kind: 'measure',
    text: phraseOf(measure, draft),
    words: wordsOfMeasure(draft, measure),
  }))

function phraseOfDimension(dimension: Dimension, draft: Draft): string {
  const label = labelOfDimension(dimension, draft.model)
  if (dimension.grain) return `${label} by ${dimension.grain}`
  return dimension.bins ? `Ranges of ${inSentence(label)}` : label
}

const dimensionChips = (draft: Draft, asked: Query): readonly Chip[] =>
  asked.dimensions.map((dimension) => {
    const named = draft.groups.find(({ column }) => column.name === dimension.column)
    const measured = draft.measures.find(({ column }) => column?.name === dimension.column)
    return {
      kind: named?.column.role === 'time' ? 'time' : 'dimension',
      text: phraseOfDimension(dimension, draft),
      words: named?.words ?? measured?.words ?? '',
    }
  })

function listChips(draft: Draft, asked: Query): readonly Chip[] {
  if (asked.columns.length === 0) return []
  const names = asked.columns.slice(0, 4).map((name) => labelOf(draft.model, name))
  const more = asked.columns.length > 4 ? ` and ${asked.columns.length - 4} more` : ''
  const rows = labelOfRows(spokenModel(draft.model, nounOf(draft)))
  const said = [draft.markWords.get('list'), draft.noun?.words, ...draft.groups.map(({ words }) => words)]
  const measured = draft.measures.map(({ words }) => words)
  const words = [...new Set([...said, ...measured])].filter((each) => each !== undefined && each !== '')
  return [{ kind: 'dimension', text: `${rows}: ${names.join(', ')}${more}`, words: words.join(' … ') }]
}

const filterChips = ({ filters }: Plan): readonly Chip[] =>
  filters.map(({ text, words, isTime }) => ({ kind: isTime ? 'time' : 'filter', text, words }))

function phraseOfOrder({ by, direction }: Query['sort'][number], draft: Draft, asked: Query): string {
  const measure = asked.measures.find((each) => nameOfMeasure(each) === by)
  const told = measure ? phraseOf(measure, draft) : labelOf(draft.model, by)
  return `${told}, ${direction === 'descending' ? 'highest first' : 'lowest first'}`
}

function orderChips(draft: Draft, plan: Plan, asked: Query): readonly Chip[] {
  const [order] = asked.sort
  const words = draft.rank?.words ?? draft.sort?.words
  if (!order || words === undefined) return []
  const sorted: Chip = { kind: 'sort', text: phraseOfOrder(order, draft, asked), words }
  if (draft.rank === null || asked.limit >= 1000) return [sorted]
  if (plan.asksOne) return [sorted, { kind: 'limit', text: 'The first, and those next to it', words }]
  const isSaid = asked.limit === 1 || draft.rank.count !== null
  return [
    sorted,
    { kind: 'limit', text: asked.limit === 1 ? 'First only' : `First ${asked.limit}`, words: isSaid ? words : '' },
  ]
}

function chartChips({ chart }: Draft): readonly Chip[] {
  if (chart === null) return []
  const shown = { bar: 'Bar chart', line: 'Line chart', histogram: 'Histogram', scatter: 'Scatter plot' } as const
  const name = chart.type === 'table' ? 'Table' : chart.type === 'number' ? 'Number' : shown[chart.type]
  return [
    {
      kind: 'chart',
      text: chart.stands === null ? name : `${name}, in place of a ${chart.stands}`,
      words: chart.words,
    },
  ]
}

/** How a question was read, piece by piece. */
export const chipsOf = (draft: Draft, plan: Plan, asked: Query): readonly Chip[] => [
  ...measureChips(draft, asked),
  ...listChips(draft, asked),
  ...dimensionChips(draft, asked),
  ...filterChips(plan),
  ...orderChips(draft, plan, asked),
  ...chartChips(draft),
]
