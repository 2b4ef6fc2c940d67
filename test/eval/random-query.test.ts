import { expect, test } from 'vitest'
import { seededRandom } from '../support/random.ts'
import { randomQuery, type Subject } from './differential/random-query.ts'

const subject: Subject = {
  fields: [
    { name: 'day', type: 'date' },
    { name: 'rough', type: 'decimal' },
  ],
  joins: [],
  inexact: ['rough'],
}

test('random queries are not sorted by a running total of what engines round differently, which would be chance', () => {
  const random = seededRandom(1)
  let totals = 0
  for (let count = 0; count < 3_000; count++) {
    const { measures = [], sort = [] } = randomQuery(random, subject)
    const rough = measures.filter(({ over, column }) => over?.window === 'runningTotal' && column === 'rough')
    totals += rough.length
    const names = rough.map(({ as }) => as)
    expect(sort.filter(({ by }) => names.includes(by))).toEqual([])
  }
  expect(totals).toBeGreaterThan(50)
})
