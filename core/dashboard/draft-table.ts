import { inSentence, isPhrase, plural } from '../charts/labels.ts'
import type { Measure } from '../query/measure.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { Grain } from '../semantic/vocabulary.ts'
import { mention, nounFor, type Chosen, type Figure } from './choose-columns.ts'
import { alongTime } from './along-time.ts'
import { draft, largestBy, type Draft } from './draft.ts'

const rowLimit = 100
const measureLimit = 5
const groupLimit = 1000

const periods: Readonly<Record<Grain, string>> = {
  hour: 'Hour by hour',
  day: 'Day by day',
  week: 'Week by week',
  month: 'Month by month',
  quarter: 'Quarter by quarter',
  year: 'Year by year',
}

const measuresOf = ({ count, figures }: Chosen, group: string | null): Measure[] =>
  [count, ...figures.filter(({ column }: Figure) => column?.name !== group)]
    .slice(0, measureLimit)
    .map(({ measure }) => measure)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** One table of groups with several measures: never of rows, so that it may be shown in public. */
export function draftTable(model: SemanticModel, chosen: Chosen): Draft[] {
  const { count, main, figures, categories, time } = chosen
  const group = [...categories]
    .filter(({ distinct, nulls }) => distinct <= groupLimit && nulls * 2 <= model.rows)
    .sort((a, b) => b.distinct - a.distinct)[0]
  if (group) {
    const measures = measuresOf(chosen, group.name)
    const title = isPhrase(group.label)
      ? `By ${inSentence(group.label)}`
      : `${capital(plural(nounFor(group, model)))} by ${mention(main)}`
    const dimensions = [{ column: group.name }]
    return [
      draft(model, { title, shows: 'rows', dimensions, measures, sort: largestBy(main.measure), limit: rowLimit }),
    ]
  }
  const dimension = time && alongTime(time, model)
  if (dimension) {
    const title = dimension.grain ? periods[dimension.grain] : periods.year
    return [draft(model, { title, shows: 'rows', dimensions: [dimension], measures: measuresOf(chosen, null) })]
  }
  const column = figures[0]?.column ?? model.columns[0]
  if (column === undefined) return []
  return [
    draft(model, {
      title: `Most common ${plural(inSentence(column.label))}`,
      shows: 'rows',
      dimensions: [{ column: column.name }],
      measures: [count.measure, { aggregate: 'count', share: true }],
      sort: largestBy(count.measure),
      limit: rowLimit,
    }),
  ]
}
