import { inSentence, isPhrase, plural } from '../charts/labels.ts'
import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import { alongTime } from './along-time.ts'
import { mention, nounFor, type Chosen, type Figure } from './choose-columns.ts'
import { draft, largestBy, type Draft } from './draft.ts'
import { distribution, hasShape, rateAlong, relationship } from './draft-shapes.ts'

const fewest = 3
/** Categories fill up a dashboard to this many charts; beyond, more of the same tires. */
const enough = 5
const most = 6
/** So many bars are read at a glance. */
const barLimit = 10
/** So many colours are told apart in a split. */
const splitLimit = 5

/** The main figure over time. */
function trend(model: SemanticModel, { time, main }: Chosen): Draft[] {
  const dimension = time && alongTime(time, model)
  // One row at each moment, counted, is a level line.
  if (dimension === null || (main.kind === 'count' && time && time.distinct >= model.rows * 0.9 && !dimension.grain))
    return []
  const title = `${main.subject} over time`
  return [draft(model, { title, shows: 'trend', dimensions: [dimension], measures: [main.measure] })]
}

function byCategory(model: SemanticModel, figure: Figure, column: SemanticColumn): Draft {
  const by = inSentence(column.label)
  const many = column.distinct > barLimit
  return draft(model, {
    title:
      many && !isPhrase(column.label)
        ? `Top ${barLimit} ${inSentence(plural(nounFor(column, model)))} by ${mention(figure)}`
        : `${figure.subject} by ${by}`,
    shows: 'comparison',
    dimensions: [{ column: column.name }],
    measures: [figure.measure],
    sort: largestBy(figure.measure),
    limit: barLimit,
  })
}

const lastWord = (label: string): string => label.toLowerCase().split(/\s+/).at(-1) ?? ''

/** Two columns of one kind, as the boroughs where a ride began and ended, make a matrix and no comparison. */
const areOfOneKind = (a: SemanticColumn, b: SemanticColumn): boolean => lastWord(a.label) === lastWord(b.label)

/** Split twice, groups should still hold some rows. */
const fewestPerGroup = 3
/** More bars than this, side by side, outgrow a tile. */
const mostBars = 24
const fewestOverTime = 20

/** The main figure split by two categories, or by one over time. */
function comparison(model: SemanticModel, { categories, main, time }: Chosen): Draft[] {
  const split = categories.find(({ distinct }) => distinct <= splitLimit)
  if (split === undefined) return []
  const axis = categories.find(
    (column) =>
      column !== split &&
      column.distinct <= barLimit &&
      !areOfOneKind(column, split) &&
      column.distinct * split.distinct <= mostBars &&
      column.distinct * split.distinct * fewestPerGroup <= model.rows,
  )
  if (axis) {
    return [
      draft(model, {
        title: `${main.subject} by ${inSentence(axis.label)} and ${inSentence(split.label)}`,
        shows: 'comparison',
        dimensions: [{ column: axis.name }, { column: split.name }],
        measures: [main.measure],
      }),
    ]
  }
  const dimension = time && alongTime(time, model)
  if (dimension === null || split.distinct * fewestOverTime > model.rows) return []
  const title = `${main.subject} over time by ${inSentence(split.label)}`
  return [
    draft(model, {
      title,
      shows: 'trend',
      dimensions: [dimension, { column: split.name }],
      measures: [main.measure],
    }),
  ]
}

/** Columns that repeat, whatever their role, counted: for datasets with little else to show. */
function frequent(model: SemanticModel, { count }: Chosen): Draft[] {
  const repeating = model.columns.filter(
    ({ role, distinct }) => (role === 'text' || role === 'id') && distinct > 1 && distinct < model.rows * 0.9,
  )
  return repeating.map((column) => byCategory(model, count, column))
}

/** Where rows are named and each has its figure, the names with their figures say most. */
function others(model: SemanticModel, { figures, main, categories }: Chosen): Draft[] {
  const [first] = categories
  if (first === undefined) return []
  return figures
    .filter((figure) => figure !== main && figure.kind === 'amount')
    .map((figure) => byCategory(model, figure, first))
}

/** Three to six charts, the most telling first; fewer only where the dataset has no more to show. */
export function draftCharts(model: SemanticModel, chosen: Chosen): Draft[] {
  const { categories, main, figures, detail } = chosen
  const [first, next] = categories
  const second = detail && detail !== first ? detail : next
  const spread = figures.flatMap(({ column, kind }) =>
    column && kind === 'amount' && hasShape(column, model) ? [column] : [],
  )
  const best = [
    ...trend(model, chosen),
    ...(first ? [byCategory(model, main, first)] : []),
    ...(second ? [byCategory(model, main, second)] : []),
    ...comparison(model, chosen),
    ...rateAlong(model, chosen),
    ...spread.slice(0, 1).map((column) => distribution(model, column)),
    ...relationship(model, chosen),
  ]
  const further = categories.filter((column) => column !== first && column !== second).slice(0, enough)
  const more = [
    ...further.map((column) => byCategory(model, main, column)),
    ...spread.slice(1).map((column) => distribution(model, column)),
    ...others(model, chosen),
    ...frequent(model, chosen),
  ]
  if (main.kind !== 'count' && first && first.distinct < model.rows * 0.9)
    more.push(byCategory(model, chosen.count, first))
  const titles = new Set(best.map(({ title }) => title))
  const wanted = further.length > 0 ? enough : fewest
  const filling = more.filter(({ title }) => !titles.has(title)).slice(0, Math.max(0, wanted - best.length))
  return [...best, ...filling].slice(0, most)
}
