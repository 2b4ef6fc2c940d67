import { beforeAll, expect, test } from 'vitest'
import { askSource } from '#core/ask/ask-source.ts'
import type { ChartType } from '#core/charts/chart.ts'
import { chartTypeOf, chartTypes } from '#core/charts/registry.ts'
import type { QueryInput } from '#core/query/query.ts'
import { openSample } from '../../support/sample-data.ts'

let sample: Awaited<ReturnType<typeof openSample>>
beforeAll(async () => {
  sample = await openSample()
})

const aggregates: Readonly<Record<string, string>> = { sum: 'total', mean: 'average', median: 'median' }
const parts: Readonly<Record<string, string>> = { dayOfWeek: 'weekday', monthOfYear: 'month of the year' }

const joined = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

type Asked = Omit<QueryInput, 'dataset'>

const measured = ({ measures = [] }: Asked): readonly string[] =>
  measures.map(({ aggregate, column }) => (column ? `${aggregates[aggregate] ?? ''} ${column}` : 'number of orders'))

const grouped = ({ dimensions = [] }: Asked): readonly string[] =>
  dimensions.map(({ column, grain, part }) => grain ?? (part ? (parts[part] ?? column) : column))

/** `bar chart of total Revenue by Region and Channel`: what the example of a type shows, in words. */
function questionOf({ example: { query } }: ChartType, word: string): string {
  const figures = joined([...measured(query), ...(query.columns ?? [])].slice(0, 3))
  const groups = joined(grouped(query))
  return `${word} of ${figures}${groups === '' ? '' : ` by ${groups}`}`
}

test.each(
  Object.values<ChartType>(chartTypes).flatMap((type) =>
    type.words.map((word) => [questionOf(type, word), type] as const),
  ),
)('[CH14] %s', async (question, type) => {
  const answer = await askSource(question, sample)
  if (answer.status !== 'answer') throw new Error(`${answer.status}: ${JSON.stringify(answer)}`)
  expect(answer.chart.remark).toBeUndefined()
  // A histogram of few whole numbers is a bar for each.
  expect(chartTypeOf(answer.chart.type)?.mark).toBe(type.mark)
})

test.each([
  ['pie chart of total revenue', /not as a pie chart: it needs a category/],
  ['funnel of average rating', /not as a funnel.*: it needs a category/],
])('[CH14] %s says why it is another chart', async (question, says) => {
  const answer = await askSource(question, sample)
  expect(answer).toMatchObject({ status: 'answer', chart: { remark: expect.stringMatching(says) } })
})
