import { expect, test } from 'vitest'
import type { ColumnProfile } from '#core/profile/profile.ts'
import { spreadOf } from '#web/ui/spread.ts'

const numbers = {
  mean: 0,
  sum: 0,
  standardDeviation: 1,
  quartiles: [0, 1, 1] as const,
}
const profile = (told: Partial<ColumnProfile>): ColumnProfile => ({
  name: 'n',
  type: 'integer',
  nulls: 0,
  oddCount: 0,
  odd: [],
  distinct: { count: 2, exact: true },
  top: [],
  numbers: null,
  text: null,
  ...told,
})

test('whole numbers with few values get a bar for each, from the least to the true most', () => {
  const survived = profile({
    top: [
      { value: '1', count: 342 },
      { value: '0', count: 549 },
    ],
    numbers: { ...numbers, min: 0, max: 1, histogram: { edges: [0, 1, 2], counts: [549, 342] } },
  })
  expect(spreadOf(survived)).toEqual([
    { from: 0, to: 0, count: 549 },
    { from: 1, to: 1, count: 342 },
  ])
})

test('the ends of other spreads are the true least and most, not the edges of bins', () => {
  const fare = profile({
    type: 'decimal',
    distinct: { count: 200, exact: true },
    numbers: { ...numbers, min: 3, max: 93, histogram: { edges: [0, 50, 100], counts: [9, 1] } },
  })
  expect(spreadOf(fare)).toEqual([
    { from: 3, to: 50, count: 9 },
    { from: 50, to: 93, count: 1 },
  ])
})

test('one value, yes and no, or text have no spread', () => {
  const one = { ...numbers, min: 4, max: 4, histogram: { edges: [4, 5], counts: [9] } }
  expect(
    spreadOf(profile({ numbers: one, distinct: { count: 1, exact: true }, top: [{ value: '4', count: 9 }] })),
  ).toEqual([])
  expect(spreadOf(profile({ type: 'boolean', numbers: one }))).toEqual([])
  expect(spreadOf(profile({ type: 'text' }))).toEqual([])
})
