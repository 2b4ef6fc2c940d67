import { inSentence, isPhrase, labelOf } from '../charts/labels.ts'
import type { Measure } from '../query/measure.ts'
import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import type { Aggregate } from '../semantic/vocabulary.ts'
import { figureOf, isThing, type Chosen } from './choose-columns.ts'
import { draft, largestBy, type Draft } from './draft.ts'

const most = 4
/** With more values than this, the most common one is common no longer. */
const commonLimit = 12

function numberOf(model: SemanticModel, title: string, measure: Measure): Draft {
  return draft(model, { title, shows: 'figure', measures: [measure] })
}

/** A column computed in each of these ways that the model allows. */
const ways = (model: SemanticModel, column: SemanticColumn | null, aggregates: readonly Aggregate[]): Draft[] =>
  column === null
    ? []
    : aggregates
        .filter((aggregate) => column.aggregates.includes(aggregate))
        .map((aggregate) => figureOf(column, aggregate, model))
        .map(({ heading, measure }) => numberOf(model, heading, measure))

/** The first and the last moment. */
function span(model: SemanticModel, { time }: Chosen): Draft[] {
  if (time === null) return []
  const label = inSentence(labelOf(model, time.name))
  const ends = [
    { title: `Earliest ${label}`, aggregate: 'min' },
    { title: `Latest ${label}`, aggregate: 'max' },
  ] as const
  return ends
    .filter(({ aggregate }) => time.aggregates.includes(aggregate))
    .map(({ title, aggregate }) => numberOf(model, title, { aggregate, column: time.name }))
}

/** The value that most rows hold, and the share of rows that do. */
function mostCommon(model: SemanticModel, column: SemanticColumn): Draft {
  const share: Measure = { aggregate: 'count', share: true }
  const label = inSentence(column.label)
  return draft(model, {
    title: isPhrase(column.label) ? `Most common answer to ${label}` : `Most common ${label}`,
    shows: 'figure',
    dimensions: [{ column: column.name }],
    measures: [share],
    sort: largestBy(share),
    limit: 1,
  })
}

/** The figures worth a tile of their own, best first: totals before averages, then who and what there is, then ranges. */
function candidates(model: SemanticModel, chosen: Chosen): Draft[] {
  const { figures, count, main, categories, detail } = chosen
  const [, second, ...others] = figures
  const average = others.find(({ measure }) => measure.aggregate === 'mean')
  const amount = figures.find(({ kind }) => kind === 'amount')?.column ?? null
  const told = [main, count, ...(second ? [second] : []), ...(average ? [average] : []), ...others]
  const named = model.columns.filter(({ role, distinct }) => role === 'id' && distinct > 1 && distinct < model.rows)
  const counted = [...categories, ...model.columns.filter(({ role }) => role !== 'dimension')]
  const common = categories.filter(({ distinct }) => distinct <= commonLimit)
  return [
    ...told.map(({ heading, measure }) => numberOf(model, heading, measure)),
    ...[...named, ...(detail && isThing(detail) ? [detail] : [])].flatMap((column) =>
      ways(model, column, ['distinct']),
    ),
    ...ways(model, amount, ['mean', 'median', 'max', 'min']),
    ...span(model, chosen),
    ...common.map((column) => mostCommon(model, column)),
    ...counted.filter(({ distinct }) => distinct > 1).flatMap((column) => ways(model, column, ['distinct'])),
  ]
}

/** Three or four numbers: what the dataset comes to. */
export function draftNumbers(model: SemanticModel, chosen: Chosen): Draft[] {
  const byTitle = new Map<string, Draft>()
  for (const each of candidates(model, chosen)) if (!byTitle.has(each.title)) byTitle.set(each.title, each)
  return [...byTitle.values()].slice(0, most)
}
