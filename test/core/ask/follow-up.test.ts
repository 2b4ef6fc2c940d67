import { beforeAll, describe, expect, test } from 'vitest'
import { followUp } from '#core/ask/follow-up/follow-up.ts'
import { readQuestion } from '#core/ask/read-question.ts'
import type { Reading } from '#core/ask/reading.ts'
import { validateQuery } from '#core/query/validate-query.ts'
import type { LoadedText } from '../../support/load-text.ts'
import { loadOrders } from '../../support/orders.ts'
import { short } from './short-query.ts'

let orders: LoadedText
beforeAll(async () => {
  orders = await loadOrders()
})

function readings(question: string): readonly [Reading, ...Reading[]] {
  const [first, ...others] = readQuestion(question, orders.model).readings
  if (first === undefined) throw new Error(`No reading of ${question}`)
  return [first, ...others]
}

/** What a conversation comes to, each question following on from the one before. */
function after(first: string, ...then: readonly string[]): Reading {
  return then.reduce((before, question) => {
    const next = followUp(question, [before], orders.model)
    if (next === null) throw new Error(`“${question}” does not follow on`)
    return next
  }, readings(first)[0])
}

describe('a question that follows on', () => {
  test.each<readonly [string, string, string]>([
    ['total sales', 'and by region?', 'sum sales by region'],
    ['total sales by region', 'by segment', 'sum sales by region, segment'],
    ['total sales by region', 'by segment instead', 'sum sales by segment'],
    ['total sales by month', 'per quarter', 'sum sales by order_date@quarter'],
    ['total sales by region', 'what about by product', 'sum sales by product_name'],
    ['total sales', 'only 2024', 'sum sales if order_date greaterOrEqual 2024-01-01 and order_date less 2025-01-01'],
    [
      'total sales in 2023',
      'why not 2024?',
      'sum sales if order_date greaterOrEqual 2024-01-01 and order_date less 2025-01-01',
    ],
    ['total sales in West', 'what about North', 'sum sales if region=North'],
    [
      'total sales in West',
      'and in 2023',
      'sum sales if region=West & order_date greaterOrEqual 2023-01-01 and order_date less 2024-01-01',
    ],
    ['total sales by region', 'exclude West', 'sum sales by region if not region=West'],
    ['total sales by product in West or North', 'without North', 'sum sales by product_name if region=West'],
    ['total sales by region and segment', 'without segment', 'sum sales by region'],
    ['total sales by product', 'top 3 of those', 'sum sales by product_name top 3'],
    ['total sales by product', 'only the bottom two', 'sum sales by product_name bottom 2'],
    ['total sales by region', 'the median instead', 'median sales by region'],
    ['total sales by region', 'quantity instead', 'sum quantity by region'],
    ['total sales by region', 'and quantity?', 'sum sales + sum quantity by region'],
    ['total sales in West in 2023', 'for all years', 'sum sales if region=West'],
  ])('[F1] after “%s”, “%s” is “%s”', (first, then, meant) => {
    expect(short(after(first, then).query)).toBe(meant)
  })

  test('[F1] goes on and on', () => {
    expect(short(after('total sales', 'by product', 'only 2023', 'top 3', 'exclude Mug').query)).toBe(
      'sum sales by product_name if order_date greaterOrEqual 2023-01-01 and order_date less 2024-01-01 & not product_name=Mug top 3',
    )
  })

  test('[F1] may change the order', () => {
    expect(after('total sales by region', 'lowest first').query.sort).toEqual([
      { by: 'Total sales', direction: 'ascending' },
    ])
  })

  test('[F1] may change how it is shown', () => {
    expect(after('total sales by region', 'as a table').chart?.type).toBe('table')
    expect(after('total sales by month', 'show it as a bar chart').chart?.type).toBe('bar')
  })

  test('[F2] marks what it changed, with the words that asked for it, and nothing else', () => {
    const { chips } = after('total sales by product', 'top 3', 'only 2023')
    expect(chips.map(({ text, words, isChanged = false }) => [text, words, isChanged])).toEqual([
      ['Total sales', 'total sales', false],
      ['Product name', 'product', false],
      ['Order date in 2023', '2023', true],
      ['Total sales, highest first', 'top 3', false],
      ['First 3', 'top 3', false],
    ])
  })

  test('[F3] may choose another reading that was offered', () => {
    const offered = readings('which product has the highest sales')
    const other = { ...offered[0], title: 'Another' }
    expect(followUp('the second one', [offered[0], other], orders.model)).toBe(other)
    expect(followUp('the third one', [offered[0], other], orders.model)).toBeNull()
  })

  test.each([
    'total quantity by segment',
    'how many orders',
    'why',
    'and by warehouse',
    'only Zzz',
    'top 3 customers by quantity',
    'as a poem',
    '',
  ])('[F4] “%s” does not follow on: it is a question of its own, or has a word without a meaning', (question) => {
    expect(followUp(question, [readings('total sales by region')[0]], orders.model)).toBeNull()
  })

  test('[F5] always gives a Query that can be run', () => {
    const questions = ['total sales by region', 'list orders with sales over 300', 'top 3 products by sales']
    questions.push('how many customers have more than 3 orders', 'average monthly sales')
    const thens = ['by region', 'per year', 'exclude West', 'top 3', 'lowest first', 'quantity instead', 'as a table']
    const firsts = questions.map((question) => readings(question)[0])
    const nexts = firsts.flatMap((first) => thens.map((then) => followUp(then, [first], orders.model)))
    const lasts = nexts.flatMap((next) => thens.map((then) => next && followUp(then, [next], orders.model)))
    const followed = lasts.filter((last) => last !== null)
    for (const { query, title } of followed)
      expect(validateQuery(query, orders.model.columns), title).toMatchObject({ ok: true })
    expect(followed.length).toBeGreaterThan(70)
  })
})
