import { specOf } from '#core/charts/chart-spec.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { answerReading } from '#core/ask/answer-reading.ts'
import { wordsOfFilter } from '#core/ask/filter-words.ts'
import { makeReading } from '#core/ask/make-reading.ts'
import { readQuestion } from '#core/ask/read-question.ts'
import { reading, type Reading } from '#core/ask/reading.ts'
import { runQuery } from '#core/engine/run-query.ts'
import { query, type QueryInput } from '#core/query/query.ts'
import type { Filter } from '#core/query/filter.ts'
import type { LoadedText } from '../../support/load-text.ts'
import { loadOrders } from '../../support/orders.ts'

let orders: LoadedText
beforeAll(async () => {
  orders = await loadOrders()
})

const readingsOf = (question: string): readonly Reading[] => readQuestion(question, orders.model).readings
function read(question: string): Reading {
  const [first] = readingsOf(question)
  if (first === undefined) throw new Error(`No reading of ${question}`)
  return first
}
const asked = (input: Omit<QueryInput, 'dataset'>) => query.parse({ dataset: orders.model.dataset, ...input })

const questions = [
  'top 3 products by total sales in West',
  'what percentage of orders are in West',
  'bar chart of sales by region last month',
  'how many parcels',
  'list orders with sales over 300 in 2023',
  'scatter plot of sales and quantity',
  'distribution of sales',
  'which region has the highest sales',
  'how many products have more than 30 orders',
  'average monthly sales by region',
  'orders with sales above average',
]

describe('a reading', () => {
  test.each(questions)('[R1] of “%s” is the same after a journey as JSON', (question) => {
    const before = readingsOf(question)
    expect(before.length).toBeGreaterThan(0)
    for (const each of before) expect(reading.parse(JSON.parse(JSON.stringify(each)))).toEqual(each)
  })

  test.each(questions)('[R2] of “%s” makes the same chips and title again from its Query and evidence', (question) => {
    for (const { chips, title, ...parts } of readingsOf(question))
      expect(makeReading(parts, orders.model)).toEqual({ ...parts, chips, title })
  })

  test('[R2] of a changed Query has its own chips and title, and keeps the words of what stays', () => {
    const { chips: _, title: __, ...parts } = read('total sales by region in 2023')
    const changed = makeReading(
      { ...parts, query: { ...parts.query, dimensions: [{ column: 'segment' }] } },
      orders.model,
    )
    expect(changed.title).toBe('Total sales by segment (Order date in 2023)')
    expect(changed.chips.map(({ kind, text, words }) => [kind, text, words])).toEqual([
      ['measure', 'Total sales', 'total sales'],
      ['dimension', 'Segment', ''],
      ['time', 'Order date in 2023', 'in 2023'],
    ])
  })

  test('[R2] that no question made says every piece of its Query', () => {
    const made = makeReading(
      {
        query: asked({
          dimensions: [
            { column: 'order_date', part: 'dayOfWeek' },
            { column: 'unit_price', bins: 5 },
          ],
          measures: [{ aggregate: 'count' }, { aggregate: 'sum', column: 'sales' }],
          top: [{ column: 'product_name', count: 3, by: { aggregate: 'sum', column: 'sales' } }],
          having: [{ op: 'greater', column: 'Total sales', value: 1000 }],
          compare: { to: 'previousYear' },
          sort: [{ by: 'Total sales', direction: 'ascending' }],
          limit: 5,
        }),
        chart: null,
        evidence: [],
        score: 1,
      },
      orders.model,
    )
    expect(made.chips.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'measure: Count of orders',
      'measure: Total sales',
      'time: Order date by day of week',
      'dimension: Ranges of unit price',
      'filter: Product name among the top 3 by total sales',
      'filter: Total sales over 1,000',
      'compare: Compared with the year before',
      'sort: Total sales, lowest first',
      'limit: First 5',
    ])
  })
})

const day = (op: 'greaterOrEqual' | 'less', value: string): Filter => ({ op, column: 'order_date', value })
const between = (from: string, to: string): Filter => ({
  op: 'and',
  filters: [day('greaterOrEqual', from), day('less', to)],
})

describe('a condition in words', () => {
  test.each<readonly [string, Filter]>([
    ['Region is West', { op: 'in', column: 'region', values: ['West'] }],
    ['Region is West, North or East', { op: 'in', column: 'region', values: ['West', 'North', 'East'] }],
    ['Region is not West', { op: 'not', filter: { op: 'in', column: 'region', values: ['West'] } }],
    ['Sales over 500', { op: 'greater', column: 'sales', value: 500 }],
    ['Sales not over 500', { op: 'not', filter: { op: 'greater', column: 'sales', value: 500 } }],
    ['Sales between 5 and 10', { op: 'between', column: 'sales', from: 5, to: 10 }],
    ['Email is missing', { op: 'isNull', column: 'email' }],
    ['Email is not missing', { op: 'not', filter: { op: 'isNull', column: 'email' } }],
    ['Returned is yes', { op: 'in', column: 'returned', values: ['yes'] }],
    ['Product name contains “tea”', { op: 'contains', column: 'product_name', text: 'tea' }],
    ['Order date in 2023', between('2023-01-01', '2024-01-01')],
    ['Order date in Q1 2023', between('2023-01-01', '2023-04-01')],
    ['Order date in Feb 2023', between('2023-02-01', '2023-03-01')],
    ['Order date on 3 Feb 2023', between('2023-02-03', '2023-02-04')],
    ['Order date from 2022 to 2023', between('2022-01-01', '2024-01-01')],
    ['Order date from Mar 2023 to May 2023', between('2023-03-01', '2023-06-01')],
    ['Order date from Jan 2023 to Sep 2023', between('2023-01-01', '2023-10-01')],
    ['Order date from 3 Feb 2023 to 9 Feb 2023', between('2023-02-03', '2023-02-10')],
    ['Order date since 2024', day('greaterOrEqual', '2024-01-01')],
    ['Order date before Mar 2024', day('less', '2024-03-01')],
    ['Order date not in 2023', { op: 'not', filter: between('2023-01-01', '2024-01-01') }],
    ['Order date is on Sat or Sun', { op: 'part', column: 'order_date', part: 'dayOfWeek', values: [6, 7] }],
    [
      'Order date in the last 3 months',
      { op: 'relative', column: 'order_date', direction: 'last', count: 3, grain: 'month' },
    ],
    [
      'Region is West or Sales over 500',
      {
        op: 'or',
        filters: [
          { op: 'in', column: 'region', values: ['West'] },
          { op: 'greater', column: 'sales', value: 500 },
        ],
      },
    ],
  ])('[R3] %s', (words, filter) => {
    expect(wordsOfFilter(filter, orders.model)).toBe(words)
  })
})

describe('answering a reading', () => {
  const run = (each: Reading['query']) => runQuery(each, orders.source)
  async function answerTo(each: Reading) {
    const answer = await answerReading([each], { model: orders.model, run })
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value
  }

  test('[R4] replaces a chart that cannot show the result', async () => {
    const { chart } = await answerTo({
      ...read('total sales'),
      chart: specOf('histogram', { x: 'Total sales' }),
    })
    expect(chart.type).toBe('number')
  })

  test('[R4] says that figures without a value are none', async () => {
    const { text } = await answerTo(read('average sales in 2031'))
    expect(text).toMatch(/^No orders match: Order date in 2031\. Order date runs from /)
  })

  test('[R4] says of how many rows a lone figure under a condition is', async () => {
    expect((await answerTo(read('average sales in West'))).text).toMatch(/60 orders/)
  })
})
