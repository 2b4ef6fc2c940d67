import { beforeAll, describe, expect, test } from 'vitest'
import { askSource } from '#core/ask/ask-source.ts'
import type { Refused } from '#core/ask/answer.ts'
import { understand } from '#core/ask/understand.ts'
import type { LoadedText } from '../../support/load-text.ts'
import { loadOrders } from '../../support/orders.ts'
import { short } from './short-query.ts'

let orders: LoadedText
beforeAll(async () => {
  orders = await loadOrders()
})

async function refusal(question: string): Promise<Refused> {
  const answer = await askSource(question, orders)
  if (answer.status !== 'refuse') throw new Error(`${question}: ${answer.status}`)
  return answer
}

describe('a refusal', () => {
  test('[D1] names the words, and offers what is asked without them', async () => {
    const { unknown, readings, understood } = await refusal('total sales by region per Zorblax')
    expect(unknown).toEqual(['Zorblax'])
    expect(readings.map(({ query }) => short(query))).toContain('sum sales by region')
    expect(understood).toEqual(readings[0])
  })

  test('[D1] of what cannot be worked out offers nothing that drops it', async () => {
    expect((await refusal('forecast sales for next year')).readings).toEqual([])
  })

  test('[D2] offers three questions near by, each sure to be answered', async () => {
    const { suggestions } = await refusal('refunds by product')
    expect(new Set(suggestions).size).toBe(3)
    for (const each of suggestions) expect(understand(each, orders.model).status, each).toBe('answer')
    expect(suggestions.filter((each) => /product/i.test(each)).length).toBeGreaterThan(0)
  })

  test('[D2] offers others where something else was asked', async () => {
    const questions = ['refunds by product', 'complaints per region', 'forecast quantity', 'why', 'asdf', 'qwerty uiop']
    const offered = await Promise.all(questions.map(async (each) => (await refusal(each)).suggestions.join('|')))
    expect(new Set(offered).size).toBe(questions.length)
  })
})
