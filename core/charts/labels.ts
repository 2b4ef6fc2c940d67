import type { Dimension, Measure } from '../query/query.ts'
import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A label in the middle of a sentence: `Order date` becomes `order date`, `GDP` and `iPhone` stay. */
export const inSentence = (label: string): string =>
  /^\p{Lu}(\p{Ll}|$|\s)/u.test(label) && !/^I\b/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label

const irregular: Readonly<Record<string, string>> = { person: 'people', child: 'children', man: 'men', woman: 'women' }

/** More than one of a noun: `city` becomes `cities`. */
export function plural(noun: string): string {
  const known = irregular[noun.toLowerCase()]
  if (known) return known
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`
  if (/(s|x|z|ch|sh)$/i.test(noun)) return /s$/i.test(noun) && !/(ss|us|is)$/i.test(noun) ? noun : `${noun}es`
  return `${noun}s`
}

/** The model's column of that name. */
export const columnOf = (model: SemanticModel, name: string): SemanticColumn | undefined =>
  model.columns.find((column) => column.name === name)

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
} as const

/** A measure as people say it: `Total revenue`, `Orders`, `Share of orders`. */
export function labelOfMeasure(measure: Measure, model: SemanticModel): string {
  if (measure.as !== undefined) return measure.as
  const label = measure.column === undefined ? null : inSentence(labelOf(model, measure.column))
  const told =
    label === null
      ? labelOfRows(model)
      : `${words[measure.aggregate]} ${measure.aggregate === 'distinct' ? plural(label) : label}`
  return measure.share ? `Share of ${inSentence(told)}` : told
}

/** A dimension as people say it: its column, whatever the grain. */
export const labelOfDimension = (dimension: Dimension, model: SemanticModel): string =>
  dimension.as ?? labelOf(model, dimension.column)
