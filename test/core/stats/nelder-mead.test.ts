import { expect, test } from 'vitest'
import { nelderMead } from '#core/stats/nelder-mead.ts'

const search = { steps: [1, 1], evaluations: 400, tolerance: 1e-12 }

test('the least of Rosenbrock’s valley is found at (1, 1)', () => {
  const valley = ([x = 0, y = 0]: Float64Array): number => (1 - x) ** 2 + 100 * (y - x * x) ** 2
  const { at, cost } = nelderMead(valley, [-1.2, 1], search)
  expect(cost).toBeLessThan(1e-9)
  expect([...at].map((value) => Math.round(value * 1e4) / 1e4)).toEqual([1, 1])
})

test('a cost that is no number is avoided, and the number of evaluations is kept', () => {
  let evaluations = 0
  const { at } = nelderMead(
    ([x = 0, y = 0]) => {
      evaluations += 1
      return x < 0 ? Number.NaN : (x - 2) ** 2 + y * y
    },
    [0.5, 3],
    { ...search, evaluations: 100 },
  )
  expect(at[0]).toBeCloseTo(2, 3)
  expect(evaluations).toBeLessThanOrEqual(105)
})

test('nothing to vary is one evaluation', () => {
  expect(nelderMead(() => 7, [], { ...search, steps: [] })).toEqual({ at: new Float64Array(0), cost: 7 })
})
