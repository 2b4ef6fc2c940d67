import { labelOf, inSentence } from '../charts/labels.ts'
import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import type { Aggregate } from '../semantic/vocabulary.ts'
import { figureOf, type Chosen, type Figure } from './choose-columns.ts'
import { draft, type Draft } from './draft.ts'

const most = 4

const allowed = (column: SemanticColumn, aggregates: readonly Aggregate[]): Aggregate[] =>
  aggregates.filter((aggregate) => column.aggregates.includes(aggregate))

/** The figures worth a tile of their own, best first: totals before averages, then ranges and how many different there are. */
function candidates(model: SemanticModel, { figures, count, main, categories, time }: Chosen): Figure[] {
  const [, second, ...others] = figures
  const average = others.find(({ measure }) => measure.aggregate === 'mean')
  const ofMain = main.column
    ? allowed(main.column, ['mean', 'median', 'max', 'min']).map((aggregate) => ({ column: main.column, aggregate }))
    : []
  const different = model.columns.filter(({ role, distinct }) => role === 'id' && distinct > 1 && distinct < model.rows)
  const spans = time ? allowed(time, ['min', 'max']).map((aggregate) => ({ column: time, aggregate })) : []
  const ways = [
    ...[...different, ...categories].map((column) => ({ column, aggregate: 'distinct' as const })),
    ...ofMain,
    ...spans,
    ...model.columns
      .filter(({ distinct }) => distinct > 1)
      .map((column) => ({ column, aggregate: 'distinct' as const })),
  ]
  const known = ways.flatMap(({ column, aggregate }) =>
    column?.aggregates.includes(aggregate) ? [titled(figureOf(column, aggregate, model), model)] : [],
  )
  const averageFirst = categories.length > 0 || time ? known : [...known].sort(averagesFirst)
  return [main, count, ...(second ? [second] : []), ...(average ? [average] : []), ...others, ...averageFirst]
}

/** Without categories and time, what the values are like says more than how many there are. */
const averagesFirst = (a: Figure, b: Figure): number =>
  Number(a.measure.aggregate === 'distinct') - Number(b.measure.aggregate === 'distinct')

/** The first and last of moments are called so. */
function titled(figure: Figure, model: SemanticModel): Figure {
  const { measure, column } = figure
  if (column === null || (column.type !== 'date' && column.type !== 'timestamp')) return figure
  if (measure.aggregate !== 'min' && measure.aggregate !== 'max') return figure
  const word = measure.aggregate === 'min' ? 'First' : 'Last'
  return { ...figure, heading: `${word} ${inSentence(labelOf(model, column.name))}` }
}

/** Three or four numbers: what the dataset comes to. */
export function draftNumbers(model: SemanticModel, chosen: Chosen): Draft[] {
  const byHeading = new Map<string, Figure>()
  for (const figure of candidates(model, chosen)) {
    if (!byHeading.has(figure.heading)) byHeading.set(figure.heading, figure)
  }
  return [...byHeading.values()]
    .slice(0, most)
    .map(({ heading, measure }) => draft(model, { title: heading, type: 'number', measures: [measure] }))
}
