import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { readQuestion } from '#core/ask/read-question.ts'
import { lexicon } from '#core/ask/lexicon.ts'
import { validateQuery } from '#core/query/validate-query.ts'
import type { LoadedText } from '../../support/load-text.ts'
import { loadOrders } from '../../support/orders.ts'

const seed = Number(process.env['SEED'] ?? 20_260_301)

let orders: LoadedText
beforeAll(async () => {
  orders = await loadOrders()
})

const common = [
  'sales',
  'region',
  'product',
  'West',
  'Espresso',
  'order date',
  '2023',
  'March 2024',
  '5',
  '10k',
  'rating',
  'orders',
  'customer',
  'zzz',
  'email',
  'returned',
  '"Oat Milk"',
  'q3',
  ',',
]

test(`[H5] any words give readings that validate, with scores between 0 and 1 (seed ${seed})`, () => {
  const word = oneof(constantFrom(...common), constantFrom(...lexicon.keys()), string({ maxLength: 12 }))
  assert(
    property(array(word, { maxLength: 14 }), (words) => {
      const question = words.join(' ')
      const { readings } = readQuestion(question, orders.model)
      for (const { query, score, chips, title } of readings) {
        const valid = validateQuery(query, orders.source.fields)
        expect(valid.ok, `${question}: ${valid.ok ? '' : valid.error.message}`).toBe(true)
        expect(score).toBeGreaterThan(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(chips.every(({ text }) => text !== '') && title !== '').toBe(true)
      }
    }),
    { seed, numRuns: 600 },
  )
}, 60_000)
