import { beforeAll, describe, expect, test } from 'vitest'
import { askSource } from '#core/ask/ask-source.ts'
import { tableFromWire } from '#core/wire/table.ts'
import { answerToWire, wireAnswer } from '#core/wire/answer.ts'
import { toRows } from '#core/table/table.ts'
import type { LoadedText } from '../../support/load-text.ts'
import { loadOrders } from '../../support/orders.ts'

let orders: LoadedText
beforeAll(async () => {
  orders = await loadOrders()
})

describe('what crosses HTTP', () => {
  test.each(['sales by region', 'sales by month', 'how many orders have no email', 'list orders over 300', 'refunds'])(
    'the answer to “%s” is the same on the other side',
    async (question) => {
      const answer = await askSource(question, orders)
      const sent = answerToWire(answer, orders.model, 3)
      const heard = wireAnswer.parse(JSON.parse(JSON.stringify(sent)))
      expect(heard).toEqual(sent)
      expect(heard.status).toBe(answer.status)
      if (heard.status !== 'answer' || answer.status !== 'answer') return
      expect(toRows(tableFromWire(heard.table))).toEqual(toRows(answer.table))
      expect([heard.sentence, heard.chart, heard.reading]).toEqual([answer.text, answer.chart, answer.reading])
    },
  )

  test('an answer of another form is refused', () => {
    expect(wireAnswer.safeParse({ status: 'answer', sentence: 'One.' }).success).toBe(false)
    expect(wireAnswer.safeParse({ status: 'other' }).success).toBe(false)
  })
})
