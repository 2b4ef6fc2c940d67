import { beforeAll, describe, expect, test } from 'vitest'
import { understand } from '#core/ask/understand.ts'
import type { Reading } from '#core/ask/reading.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { loadText } from '../../support/load-text.ts'
import { loadOrders } from '../../support/orders.ts'
import { short } from './short-query.ts'

let model: SemanticModel
beforeAll(async () => {
  model = (await loadOrders()).model
})

function read(question: string): Reading {
  const understood = understand(question, model)
  if (understood.status !== 'answer') throw new Error(`${question}: ${JSON.stringify(understood)}`)
  return understood.readings[0]
}

describe('ordinary questions', () => {
  test.each([
    ['[M1] What is the total sales?', 'sum sales'],
    ['[M1] average unit price', 'mean unit_price'],
    ['[M1] sales', 'sum sales'],
    ['[M1] rating by product', 'mean rating by product_name'],
    ['[M1] median sales of each region', 'median sales by region'],
    ['[M1] maximum quantity per segment', 'max quantity by segment'],
    ['[C1] revenue by region', 'sum sales by region'],
    ['[W1] AVERAGE Unit Prices by Regions', 'mean unit_price by region'],
    ['[W4] sales of “Espresso”', 'sum sales if product_name=Espresso'],
    ['[W2] avrage sales by regoin', 'mean sales by region'],
    ['[M3] how many orders?', 'count'],
    ['[M3] how many orders by segment', 'count by segment'],
    ['[M3] how many different customers', 'distinct customer_name'],
    ['[M3] number of customers per region', 'distinct customer_name by region'],
    ['[M3] how many days had sales over 100', 'count if sales greater 100'],
    ['[M3] number of orders per day', 'count by order_date@day'],
    ['[G1] total sales by region and segment', 'sum sales by region, segment'],
    ['[G1] average discount rate for each product', 'mean discount_rate by product_name'],
    ['[G2] which region has the highest sales', 'sum sales by region top 10'],
    ['[G2] lowest sales by product', 'sum sales by product_name bottom 10'],
    ['[G2] top 3 products by quantity', 'sum quantity by product_name top 3'],
    ['[G2] top 3 products by number of orders', 'count by product_name top 3'],
    ['[G2] top 3 products by orders', 'count by product_name top 3'],
    ['[G2] bottom 2 regions by average rating', 'mean rating by region bottom 2'],
    ['[G2] which customer placed the most orders', 'count by customer_name top 10'],
    ['[G2] best selling product', 'sum sales by product_name top 10'],
    ['[G3] highest unit price', 'max unit_price'],
    ['[C3] sales in West', 'sum sales if region=West'],
    ['[C3] sales of espresso and mugs in the north region', 'sum sales if product_name=Espresso|Mug & region=North'],
    ['[C3] sales not in West', 'sum sales if not region=West'],
    ['[C3] compare sales of East and West', 'sum sales by region if region=East|West'],
    ['[W3] how many orders with sales over 0.1k', 'count if sales greater 100'],
    ['[W3] number of orders with at least five units', 'count if quantity greaterOrEqual 5'],
    ['how many orders have a unit price between 10 and 20', 'count if unit_price:10..20'],
    ['[C5] how many orders were returned', 'count if returned=yes'],
    ['[C5] orders not returned by region', 'count by region if returned=no'],
    ['how many orders have no email', 'count if isNull email'],
    ['[G4] sales over time', 'sum sales by order_date@month'],
    ['[G4] sales per quarter', 'sum sales by order_date@quarter'],
    [
      '[G4] monthly sales in 2023',
      'sum sales by order_date@month if order_date greaterOrEqual 2023-01-01 and order_date less 2024-01-01',
    ],
    ['[G4] which month had the highest sales', 'sum sales by order_date@month top 10'],
    ['[T2] sales in March 2024', 'sum sales if order_date greaterOrEqual 2024-03-01 and order_date less 2024-04-01'],
    ['[T2] orders since Q2 2024 by region', 'count by region if order_date greaterOrEqual 2024-04-01'],
    ['[T2] how many orders before 2024', 'count if order_date less 2024-01-01'],
    [
      '[T2] sales from January 2024 to March 2024',
      'sum sales if order_date greaterOrEqual 2024-01-01 and order_date less 2024-04-01',
    ],
    ['[T2] sales on 12 March 2024', 'sum sales if order_date greaterOrEqual 2024-03-12 and order_date less 2024-03-13'],
    ['[T1] sales last month', 'sum sales if order_date greaterOrEqual 2024-11-01 and order_date less 2024-12-01'],
    [
      '[T1] sales in the last 30 days',
      'sum sales if order_date greaterOrEqual 2024-11-19 and order_date less 2024-12-19',
    ],
    ['[T1] sales last March', 'sum sales if order_date greaterOrEqual 2024-03-01 and order_date less 2024-04-01'],
    ['[M4] share of sales by region', 'share sum sales by region'],
    ['[M4] what percentage of orders are in West', 'share count of region=West'],
    ['distribution of unit price', 'count by unit_price#'],
    ['sales vs quantity', 'rows quantity,sales'],
    ['sales and quantity by region', 'sum sales + sum quantity by region'],
    ['list orders with sales over 200', 'rows order_id,sales if sales greater 200'],
  ])('%s', (titled, expected) => {
    const question = titled.replace(/^\[[A-Z]\d\] /, '')
    expect(short(read(question).query)).toBe(expected)
  })

  test.each([
    ['bar chart of sales by region', 'bar'],
    ['line chart of sales by region', 'line'],
    ['pie chart of sales by region', 'pie'],
    ['stacked bar chart of sales by region', 'stackedBar'],
    ['scatter plot of sales against quantity', 'scatter'],
    ['histogram of sales', 'histogram'],
    ['sales by region as a table', 'table'],
  ])('%s asks for a %s', (question, type) => expect(read(question).chart?.type).toBe(type))
})

describe('chips', () => {
  test('say how each piece was read, and from which words', () => {
    const { chips } = read('top 3 products by total sales in West')
    expect(chips.map(({ kind, text, words }) => ({ kind, text, words }))).toEqual([
      { kind: 'measure', text: 'Total sales', words: 'total sales' },
      { kind: 'dimension', text: 'Product name', words: 'products' },
      { kind: 'filter', text: 'Region is West', words: 'West' },
      { kind: 'sort', text: 'Total sales, highest first', words: 'top 3' },
      { kind: 'limit', text: 'First 3', words: 'top 3' },
    ])
  })

  test('are phrases that stand for themselves, assumed only where nothing was said', () => {
    const told = (question: string): readonly string[] =>
      read(question).chips.map(({ text, words }) => `${text} <${words}>`)
    expect(told('what percentage of orders are in West')).toEqual([
      'Share of orders where Region is West <percentage of … orders … West>',
    ])
    expect(told('how many orders were returned')).toEqual([
      'Count of orders <how many orders>',
      'Returned is yes <returned>',
    ])
    expect(told('return rate by region')).toEqual([
      'Share of orders where Returned is yes <return rate>',
      'Region <region>',
    ])
    expect(told('how many different customers')).toEqual([
      'Count of different customer names <how many different customers>',
    ])
    expect(told('bar chart of region')).toEqual(['Count of orders <>', 'Region <region>', 'Bar chart <bar chart>'])
  })

  test('[T1] say that the data’s end stands for now', () => {
    expect(read('sales last month').chips.map(({ text }) => text)).toContain(
      'Order date in Nov 2024 (before the data’s last month)',
    )
  })

  test('say which chart was asked for', () => {
    expect(read('pie chart of sales by region').chips.at(-1)?.text).toBe('Pie chart')
  })
})

describe('honesty', () => {
  test.each([
    ['[H1] refunds by warehouse', '“refunds” and “warehouse”'],
    ['[H1] average wobble', '“wobble”'],
    ['[H1] sales in Atlantis', '“Atlantis”'],
    ['[H3] predict sales for next year', 'forecasts'],
    ['[H3] why did sales fall', 'reasons'],
    ['[M5] how many parcels', '“parcels”'],
    ['[H3] sales outliers', 'outliers'],
    ['[H3] wilcoxon test of sales by segment', 'that statistical test'],
    ['[H3] sunburst of sales by region', 'that chart'],
    ['[M2] total rating by region', 'a total of Rating'],
    ['asdf qwer', 'do not match'],
    ['', 'does not say enough'],
  ])('%s is refused because of %s', (titled, reason) => {
    const understood = understand(titled.replace(/^\[[A-Z]\d\] /, ''), model)
    expect(understood.status).toBe('refuse')
    if (understood.status !== 'refuse') return
    expect(understood.reason).toContain(reason)
    expect(understood.suggestions).toHaveLength(3)
  })

  test('a question for more columns than one Query takes is refused in words, whatever stands beside', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `trait ${'abcdefghijkl'[at]}`)
    const rows = Array.from({ length: 60 }, (_, row) => names.map((__, at) => `v${(row * (at + 1)) % 5}`).join(','))
    const { model: wide } = await loadText('traits.csv', [names.join(','), ...rows].join('\n'))
    for (const question of [`count by ${names.join(', ')}`, `how many by ${names.slice(0, 9).join(' and ')}`])
      expect(understand(question, wide)).toMatchObject({
        status: 'refuse',
        reason: expect.stringContaining('more than 8 columns'),
      })
  })

  test('[W5] a very long question is refused, not cut', () => {
    const understood = understand('sales by region '.repeat(50), model)
    expect(understood).toMatchObject({ status: 'refuse', reason: expect.stringContaining('more than 100 words') })
  })

  test('[H2] each word without a meaning makes a reading less likely', () => {
    expect(read('sales by region').score).toBeGreaterThan(0.9)
    expect(understand('wobbly sales by region', model).status).toBe('refuse')
  })

  test('[C2] two columns as good as each other are asked back', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `${at % 3},${at % 5},${'abc'[at % 3]}`).join('\n')
    const other = await loadText('films.csv', `critic_rating,audience_rating,studio\n${rows}\n`)
    const understood = understand('average rating by studio', other.model)
    expect(understood.status === 'clarify' || (understood.status === 'answer' && understood.readings.length > 1)).toBe(
      true,
    )
  })
})
