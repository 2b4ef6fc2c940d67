import type { Dimension } from '../query/dimension.ts'
import type { Measure } from '../query/measure.ts'
import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import { ownValue } from '../own-value.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Is this label a question or a sentence rather than a name, as the columns of surveys are? */
export const isPhrase = (label: string): boolean => /[?!.:]\s*$/.test(label) || label.trim().split(/\s+/).length > 6

/** A label in the middle of a sentence: `Order date` becomes `order date`, `GDP` and `iPhone` stay, a question is quoted. */
export function inSentence(label: string): string {
  if (isPhrase(label)) return `“${label.trim()}”`
  return /^\p{Lu}(\p{Ll}|$|\s)/u.test(label) && !/^I\b/.test(label)
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label
}

const irregular: Readonly<Record<string, string>> = { person: 'people', child: 'children', man: 'men', woman: 'women' }

/** More than one of a noun: `city` becomes `cities`; what is no noun stays as it is. */
export function plural(noun: string): string {
  if (!/\p{L}$/u.test(noun) || isPhrase(noun)) return noun
  const known = ownValue(irregular, noun.toLowerCase())
  if (known) return known
  const [, head, rest] = /^(\S+)( of .+)$/i.exec(noun) ?? []
  if (head && rest) return `${plural(head)}${rest}`
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`
  if (/(s|x|z|ch|sh)$/i.test(noun)) return /s$/i.test(noun) && !/(ss|us|is)$/i.test(noun) ? noun : `${noun}es`
  return `${noun}s`
}

/** What a column that holds names is about: `Customer name` lists customers. */
export const nounOf = (label: string): string =>
  /^(first|last|middle|full|family|given|user|nick|file|display|short|long)\b/i.test(label)
    ? label
    : label.replace(/(?<=\S)\s+names?$/i, '')

/** The model's column of that name, calculated ones and hidden ones too. */
export const columnOf = (model: SemanticModel, name: string): SemanticColumn | undefined =>
  [model.columns, model.calculations, model.hidden].flat().find((column) => column.name === name)

/** A column as people say it. */
export const labelOf = (model: SemanticModel, name: string): string => columnOf(model, name)?.label ?? name

/** What the rows are, as a heading: `Orders`. */
export const labelOfRows = (model: SemanticModel): string => capital(plural(model.entity))

const words = {
  count: 'Known',
  distinct: 'Different',
  sum: 'Total',
  mean: 'Average',
  median: 'Median',
  min: 'Lowest',
  max: 'Highest',
  quantile: 'Quantile of',
  sd: 'Standard deviation of',
  variance: 'Variance of',
  mode: 'Most frequent',
  first: 'First',
  last: 'Last',
  formula: '',
} as const

/** `90 % quantile of`: by how many values are below it. */
const wordsOf = ({ aggregate, quantile = 0.5 }: Measure): string =>
  aggregate === 'quantile' ? `${Number((quantile * 100).toPrecision(12))} % quantile of` : words[aggregate]

function labelOfAggregate(measure: Measure, { label, isTime }: { label: string; isTime: boolean }): string {
  const { aggregate } = measure
  if (isTime && (aggregate === 'min' || aggregate === 'max'))
    return `${aggregate === 'min' ? 'Earliest' : 'Latest'} ${inSentence(label)}`
  const word = wordsOf(measure)
  if (word !== '' && new RegExp(`^${word}s?\\b`, 'i').test(label)) return label
  if (aggregate !== 'distinct') return `${word} ${inSentence(label)}`
  return isPhrase(label) ? `Different answers to ${inSentence(label)}` : `Different ${plural(inSentence(label))}`
}

const windowWords = {
  runningTotal: 'Running total of',
  movingAverage: 'Moving average of',
  rank: 'Rank by',
} as const

/** A measure as people say it: `Total revenue`, `Orders`, `Share of orders`. */
export function labelOfMeasure(measure: Measure, model: SemanticModel): string {
  if (measure.as !== undefined) return measure.as
  const { column } = measure
  const told =
    column === undefined
      ? (measure.formula ?? labelOfRows(model))
      : labelOfAggregate(measure, { label: labelOf(model, column), isTime: columnOf(model, column)?.role === 'time' })
  const shared = measure.share ? `Share of ${inSentence(told)}` : told
  return measure.over ? `${windowWords[measure.over.window]} ${inSentence(shared)}` : shared
}

/** A dimension as people say it: its column, whatever the grain. */
export const labelOfDimension = (dimension: Dimension, model: SemanticModel): string =>
  dimension.as ?? labelOf(model, dimension.column)
