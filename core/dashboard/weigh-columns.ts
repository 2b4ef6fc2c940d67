import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import { isFlag } from './flags.ts'

const telling = /revenue|sales|turnover|amount|income|umsatz|betrag/i
/** What was hoped for, not what happened. */
const planned = /forecast|budget|target|plan\b|planned|estimate|predicted|goal|quota/i
const fair = /profit|total|value|cost|spend|quantity|volume|margin/i
/** What is averaged, and means something so. */
const experience = /rating|score|satisfaction|duration|days|delay|minutes|hours|\bage\b/i
const perUnit = /price|rate|unit|per |percent|discount|year|latitude|longitude|\brank|error|deviation/i
/** What became of it: the yes or no that such datasets are about. */
const outcome =
  /surviv|churn|attrition|convert|conversion|cancel|default|fraud|won\b|passed|admitted|approved|accepted|subscri|retained|outcome|success|clicked|returned|purchased|hired|promoted|died|death|readmit|\blate\b/i

const wordsOf = ({ name, label }: SemanticColumn): string => `${name} ${label}`

const missing = (column: SemanticColumn, model: SemanticModel): number =>
  model.rows > 0 ? column.nulls / model.rows : 0

/** A handful of whole numbers under no telling name: a count of something small, or a code. */
const isHandful = ({ type, distinct }: SemanticColumn, { rows }: SemanticModel): boolean =>
  type === 'integer' && distinct <= 12 && rows > 50

/** How much a measure looks like what the dataset is about. */
export function weightOfMeasure(column: SemanticColumn, model: SemanticModel): number {
  const text = wordsOf(column)
  const named = telling.test(text) ? 3 : fair.test(text) ? 1.5 : experience.test(text) ? 1 : 0
  return (
    named +
    (column.format === 'currency' ? 2 : 0) +
    (column.defaultAggregate === 'sum' ? 1.5 : 0) -
    (perUnit.test(text) ? 2 : 0) -
    (planned.test(text) ? 3 : 0) -
    (named === 0 && isHandful(column, model) ? 1 : 0) -
    2 * missing(column, model)
  )
}

/** A yes or no is what the dataset is about where its name says so, and else a detail. */
export function weightOfFlag(column: SemanticColumn, model: SemanticModel): number {
  const named = outcome.test(wordsOf(column)) ? 4.5 : 0.2
  return named - 2 * missing(column, model)
}

const business =
  /category|region|segment|channel|department|country|market|industry|genre|species|type\b|class|sex\b|gender/i
const clerical = /status|flag|mode\b/i

/** How well a column groups: few enough to compare, many enough to say something. */
export function weightOfCategory(column: SemanticColumn, model: SemanticModel): number {
  const { distinct } = column
  const size = distinct > 200 ? 0.5 : distinct > 40 ? 1 : distinct > 12 ? 2 : distinct > 2 ? 3 : 1.5
  const text = wordsOf(column)
  const named = business.test(text) ? 0.4 : clerical.test(text) ? -0.4 : 0
  return size + named - (isFlag(column) ? 1 : 0) - 2 * missing(column, model)
}
