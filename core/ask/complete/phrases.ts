import { inSentence, plural } from '../../charts/labels.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'

/** Where in a question something stands: at its start, after `average`, after `by`, after `in`, after a column. */
export type Place =
  | 'start'
  | 'figure'
  | 'group'
  | 'value'
  | 'afterFigure'
  | 'afterGroup'
  | 'afterTime'
  | 'afterValue'
  | 'any'

export type Phrase = { readonly text: string; readonly places: readonly Place[] }

const afterColumns: readonly Place[] = ['afterFigure', 'afterGroup', 'afterValue']

const grains = ['month', 'quarter', 'year', 'week', 'day'] as const

/** The years of the data, newest first. */
function yearsOf({ columns, timeColumn }: SemanticModel): readonly number[] {
  const range = columns.find(({ name, type }) => name === timeColumn && type !== 'integer')?.range
  if (!range) return []
  const last = new Date(range.max).getUTCFullYear()
  const first = new Date(range.min).getUTCFullYear()
  return Array.from({ length: Math.min(5, last - first + 1) }, (_, at) => last - at)
}

function phrasesOfTime(model: SemanticModel): readonly Phrase[] {
  const time = model.columns.find(({ name }) => name === model.timeColumn)
  if (time === undefined || time.type === 'integer') return []
  const years = yearsOf(model)
  return [
    ...grains.slice(0, 3).map((grain): Phrase => ({ text: `by ${grain}`, places: afterColumns })),
    { text: 'over time', places: ['afterFigure'] },
    ...grains.map((grain): Phrase => ({ text: grain, places: ['group'] })),
    ...years.slice(0, 2).map((year): Phrase => ({ text: `in ${year}`, places: afterColumns })),
    ...years.map((year): Phrase => ({ text: String(year), places: ['value'] })),
  ]
}

/** Columns that group well come first in the model's order. */
const groupsOf = ({ columns }: SemanticModel) =>
  columns.filter(
    ({ role, distinct, isSensitive }) => role === 'dimension' && distinct > 1 && distinct <= 60 && !isSensitive,
  )

/** What questions are made of besides columns and values, by the place where each belongs. */
export function phrasesFor(model: SemanticModel): readonly Phrase[] {
  const rows = plural(model.entity)
  const groups = groupsOf(model).slice(0, 3)
  return [
    { text: 'total', places: ['start'] },
    { text: 'average', places: ['start'] },
    { text: `how many ${rows}`, places: ['start'] },
    { text: 'top 5', places: ['start'] },
    { text: 'which', places: ['start'] },
    { text: 'share of', places: ['start'] },
    { text: 'median', places: ['start'] },
    { text: 'highest', places: ['start'] },
    { text: 'lowest', places: ['start'] },
    { text: 'distribution of', places: ['start'] },
    { text: 'top 10', places: ['start'] },
    ...phrasesOfTime(model),
    ...groups.map(({ label }): Phrase => ({ text: `by ${inSentence(label)}`, places: ['afterFigure'] })),
    { text: 'by', places: afterColumns },
    { text: 'in', places: ['afterFigure', 'afterGroup', 'afterTime'] },
    { text: 'for each', places: ['afterFigure'] },
    { text: 'excluding', places: ['afterFigure', 'afterGroup'] },
  ]
}
