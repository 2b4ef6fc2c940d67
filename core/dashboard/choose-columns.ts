import { inSentence, isPhrase, nounOf, labelOfMeasure, labelOfRows } from '../charts/labels.ts'
import type { Measure } from '../query/measure.ts'
import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import type { Aggregate } from '../semantic/vocabulary.ts'
import { isFlag, yesFilter } from './flags.ts'
import { weightOfCategory, weightOfFlag, weightOfMeasure } from './weigh-columns.ts'
import { firstOfTwins, plainestOfTwins } from './without-twins.ts'

/** Something to measure, with what it is called as a heading and at the head of a title. */
export type Figure = {
  readonly measure: Measure
  readonly column: SemanticColumn | null
  /** An amount of a column, the share of rows that say yes, or a count of rows. */
  readonly kind: 'amount' | 'rate' | 'count'
  /** `Total revenue` */
  readonly heading: string
  /** `Revenue`, as in `Revenue by region`. */
  readonly subject: string
}

export type Chosen = {
  /** Counts rows. */
  readonly count: Figure
  /** What matters most: the best measure, or the count where there is none. */
  readonly main: Figure
  /** Amounts and rates, best first. */
  readonly figures: readonly Figure[]
  /** Columns to group by, best first. */
  readonly categories: readonly SemanticColumn[]
  /** The category that names things: products, customers, places. Null where no category has many values. */
  readonly detail: SemanticColumn | null
  readonly time: SemanticColumn | null
}

/** Groups are worth listing by name between these numbers. */
const listed = { fewest: 8, most: 500 } as const
const things = /product|item|article|brand|model|customer|client|company|store|shop|branch|team|agent|title/i

/** Does the column name things that are worth counting: products, customers, shops? */
export const isThing = ({ name, label }: SemanticColumn): boolean => things.test(`${name} ${label}`)

/** The category to list by name: things before places before all else. */
function detailOf(categories: readonly SemanticColumn[]): SemanticColumn | null {
  const many = categories.filter(({ distinct }) => distinct >= listed.fewest && distinct <= listed.most)
  return many.find(isThing) ?? many[0] ?? null
}

/** What to compute of a column unless asked otherwise. */
const usual = ({ aggregates, defaultAggregate }: SemanticColumn): Aggregate =>
  aggregates.includes(defaultAggregate) ? defaultAggregate : (aggregates[0] ?? 'count')

/** A column measured in one way. */
export function figureOf(column: SemanticColumn, aggregate: Aggregate, model: SemanticModel): Figure {
  const measure: Measure = { aggregate, column: column.name }
  const heading = labelOfMeasure(measure, model)
  return { measure, column, kind: 'amount', heading, subject: aggregate === 'sum' ? column.label : heading }
}

/** How many of the rows that say yes or no say yes. */
function rateOf(column: SemanticColumn): Figure[] {
  const filter = yesFilter(column)
  if (filter === null) return []
  const heading = `${column.label} (share)`
  const measure: Measure = { aggregate: 'count', column: column.name, filter, share: 'group', as: heading }
  return [{ measure, column, kind: 'rate', heading, subject: heading }]
}

type Weighed<Item> = { readonly item: Item; readonly weight: number }

const bestFirst = <Item>(items: readonly Weighed<Item>[]): Weighed<Item>[] =>
  items.map((each, at) => ({ ...each, at })).sort((a, b) => b.weight - a.weight || a.at - b.at)

function figuresOf(varied: readonly SemanticColumn[], model: SemanticModel): Weighed<Figure>[] {
  const amounts = varied
    .filter((column) => column.role === 'measure' && !isFlag(column))
    .map((column) => ({ item: figureOf(column, usual(column), model), weight: weightOfMeasure(column, model) }))
  const flags = varied.filter((column) => isFlag(column) && !isPhrase(column.label))
  const weighedFlags = bestFirst(flags.map((item) => ({ item, weight: weightOfFlag(item, model) })))
  const rates = firstOfTwins(weighedFlags.map(({ item }) => item)).flatMap((column) =>
    rateOf(column).map((item) => ({ item, weight: weightOfFlag(column, model) })),
  )
  return bestFirst([...amounts, ...rates])
}

/** A count needs groups of two rows or more, a share enough of them to mean something; an amount is worth showing of each row. */
const rowsPerGroup = { count: 2, rate: 5, amount: 0 } as const

function groupsWell({ distinct, nulls }: SemanticColumn, { rows }: SemanticModel, kind: Figure['kind']): boolean {
  return distinct * rowsPerGroup[kind] <= rows - nulls
}

/** The best figure leads; a yes or no that is not the outcome leads only where nothing else is measured. */
function leading(figures: readonly Weighed<Figure>[], count: Figure): Figure {
  const [best] = figures
  if (best === undefined) return count
  if (best.item.kind === 'rate' && best.weight < 1)
    return figures.find(({ item }) => item.kind === 'amount')?.item ?? count
  return best.item
}

/** What of a dataset is worth showing. */
export function chooseColumns(model: SemanticModel): Chosen {
  const varied = model.columns.filter(({ distinct }) => distinct > 1)
  const rows = labelOfRows(model)
  const count: Figure = { measure: { aggregate: 'count' }, column: null, kind: 'count', heading: rows, subject: rows }
  const weighed = figuresOf(varied, model)
  const main = leading(weighed, count)
  const figures = weighed.map(({ item }) => item)
  const grouping = varied
    .filter((column) => column.role === 'dimension' && column.name !== main.column?.name)
    .filter((column) => groupsWell(column, model, main.kind))
    .filter((column) => main.column === null || !sayTheSame(column, main.column))
  const categories = plainestOfTwins(
    bestFirst(grouping.map((item) => ({ item, weight: weightOfCategory(item, model) }))).map(({ item }) => item),
  )
  return {
    count,
    main,
    figures: main.kind === 'count' ? figures : [main, ...figures.filter((figure) => figure !== main)],
    categories,
    detail: detailOf(categories),
    time: model.columns.find(({ name }) => name === model.timeColumn) ?? null,
  }
}

const sayTheSame = (a: SemanticColumn, b: SemanticColumn): boolean => (a.twinOf ?? a.name) === (b.twinOf ?? b.name)

/** What the values of a column are, as a noun: the rows themselves where it holds their names. */
export const nounFor = ({ label }: SemanticColumn, { entity }: SemanticModel): string =>
  /^names?$/i.test(label) && entity !== 'row' ? entity : nounOf(label)

/** `revenue` in `Profit against revenue`. */
export const mention = (figure: Figure): string => inSentence(figure.subject)
