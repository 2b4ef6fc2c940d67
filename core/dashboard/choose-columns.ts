import { inSentence, labelOfMeasure, labelOfRows } from '../charts/labels.ts'
import type { Measure } from '../query/query.ts'
import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import type { Aggregate } from '../semantic/vocabulary.ts'

/** Something to measure, with what it is called as a heading and at the head of a title. */
export type Figure = {
  readonly measure: Measure
  readonly column: SemanticColumn | null
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
  /** Every measure, best first. */
  readonly figures: readonly Figure[]
  /** Columns to group by, best first. */
  readonly categories: readonly SemanticColumn[]
  /** The category that names things: products, customers, places. Null where no category has many values. */
  readonly detail: SemanticColumn | null
  readonly time: SemanticColumn | null
}

const telling = /revenue|sales|turnover|amount|income|umsatz|betrag/i
/** What was hoped for, not what happened. */
const planned = /forecast|budget|target|plan\b|planned|estimate|predicted|goal|quota/i
const fair = /profit|total|value|cost|spend|quantity|volume|margin/i
/** What is averaged, and means something so. */
const experience = /rating|score|satisfaction|duration|days|delay|minutes|hours|\bage\b/i
const perUnit = /price|rate|unit|per |percent|discount|year|latitude|longitude/i

const missing = (column: SemanticColumn, model: SemanticModel): number =>
  model.rows > 0 ? column.nulls / model.rows : 0

function weightOfMeasure(column: SemanticColumn, model: SemanticModel): number {
  const text = `${column.name} ${column.label}`
  const named = telling.test(text) ? 3 : fair.test(text) ? 1.5 : experience.test(text) ? 1 : 0
  return (
    named +
    (column.format === 'currency' ? 2 : 0) +
    (column.defaultAggregate === 'sum' ? 1.5 : 0) -
    (perUnit.test(text) ? 2 : 0) -
    (planned.test(text) ? 3 : 0) -
    2 * missing(column, model)
  )
}

const business = /category|region|segment|channel|department|country|market|industry|genre|species|type\b/i
const clerical = /status|flag|mode\b/i

/** Few enough to compare, many enough to say something. */
function weightOfCategory(column: SemanticColumn, model: SemanticModel): number {
  const { distinct } = column
  const size = distinct > 200 ? 0.5 : distinct > 40 ? 1 : distinct > 12 ? 2 : distinct > 2 ? 3 : 1.5
  const text = `${column.name} ${column.label}`
  const named = business.test(text) ? 0.4 : clerical.test(text) ? -0.4 : 0
  return size + named - (column.type === 'boolean' ? 0.5 : 0) - 2 * missing(column, model)
}

const bestFirst = (columns: readonly SemanticColumn[], weigh: (column: SemanticColumn) => number): SemanticColumn[] =>
  columns
    .map((column, at) => ({ column, at, weight: weigh(column) }))
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
    .map(({ column }) => column)

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

/** Leaves out a column that says again what a better one says: `class` beside `pclass`, as many values in each. */
const withoutTwins = (columns: readonly SemanticColumn[]): SemanticColumn[] =>
  columns.filter((column, at) => !columns.slice(0, at).some((better) => areTwins(column, better)))

function areTwins(a: SemanticColumn, b: SemanticColumn): boolean {
  const [short, long] = [a.name.toLowerCase(), b.name.toLowerCase()].sort((x, y) => x.length - y.length)
  return a.distinct === b.distinct && short !== undefined && (long ?? '').includes(short)
}

/** What to compute of a column unless asked otherwise. */
const usual = ({ aggregates, defaultAggregate }: SemanticColumn): Aggregate =>
  aggregates.includes(defaultAggregate) ? defaultAggregate : (aggregates[0] ?? 'count')

/** A column measured in one way. */
export function figureOf(column: SemanticColumn, aggregate: Aggregate, model: SemanticModel): Figure {
  const measure: Measure = { aggregate, column: column.name }
  const heading = labelOfMeasure(measure, model)
  return { measure, column, heading, subject: aggregate === 'sum' ? column.label : heading }
}

/** What of a dataset is worth showing. */
export function chooseColumns(model: SemanticModel): Chosen {
  const varied = model.columns.filter(({ distinct }) => distinct > 1)
  const measures = bestFirst(
    varied.filter(({ role }) => role === 'measure'),
    (column) => weightOfMeasure(column, model),
  )
  const categories = withoutTwins(
    bestFirst(
      varied.filter(({ role }) => role === 'dimension'),
      (column) => weightOfCategory(column, model),
    ),
  )
  const rows = labelOfRows(model)
  const count: Figure = { measure: { aggregate: 'count' }, column: null, heading: rows, subject: rows }
  const figures = measures.map((column) => figureOf(column, usual(column), model))
  return {
    count,
    main: figures[0] ?? count,
    figures,
    categories,
    detail: detailOf(categories),
    time: model.columns.find(({ name }) => name === model.timeColumn) ?? null,
  }
}

/** `revenue` in `Profit against revenue`. */
export const mention = (figure: Figure): string => inSentence(figure.subject)
