import { inSentence, isPhrase, plural } from '../charts/labels.ts'
import type { Measure } from '../query/query.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { Grain } from '../semantic/vocabulary.ts'
import { mention, type Chosen } from './choose-columns.ts'
import { draft, largestBy, type Draft } from './draft.ts'

const rowLimit = 100
const measureLimit = 5

const periods: Readonly<Record<Grain, string>> = {
  hour: 'Hour by hour',
  day: 'Day by day',
  week: 'Week by week',
  month: 'Month by month',
  quarter: 'Quarter by quarter',
  year: 'Year by year',
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** One table of groups with several measures: never of rows, so that it may be shown in public. */
export function draftTable(model: SemanticModel, chosen: Chosen): Draft[] {
  const { count, main, figures, categories, time } = chosen
  const measures: Measure[] = [count, ...figures].slice(0, measureLimit).map(({ measure }) => measure)
  const group = [...categories].filter(({ distinct }) => distinct <= 1000).sort((a, b) => b.distinct - a.distinct)[0]
  if (group) {
    const title = isPhrase(group.label)
      ? `By ${inSentence(group.label)}`
      : `${capital(plural(group.label))} by ${mention(main)}`
    const dimensions = [{ column: group.name }]
    return [
      draft(model, { title, type: 'table', dimensions, measures, sort: largestBy(main.measure), limit: rowLimit }),
    ]
  }
  if (time) {
    const grain = model.timeGrain ?? 'month'
    const dimensions = [{ column: time.name, grain }]
    return [draft(model, { title: periods[grain], type: 'table', dimensions, measures })]
  }
  const column = figures[0]?.column ?? model.columns[0]
  if (column === undefined) return []
  return [
    draft(model, {
      title: `Most common ${plural(inSentence(column.label))}`,
      type: 'table',
      dimensions: [{ column: column.name }],
      measures: [count.measure, { aggregate: 'count', share: true }],
      sort: largestBy(count.measure),
      limit: rowLimit,
    }),
  ]
}
