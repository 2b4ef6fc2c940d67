import { describe, expect, test } from 'vitest'
import { movingAverage } from '#core/engine/windows/moving-average.ts'
import { runningTotal } from '#core/engine/windows/running-total.ts'
import { seededRandom } from '../../support/random.ts'

const courseOf = (values: Float64Array): Int32Array => Int32Array.from(values.keys())

function averages(values: Float64Array, groups: number): Float64Array {
  const result = new Float64Array(values.length)
  movingAverage(groups)(values, courseOf(values), result)
  return result
}

describe('[W2] a moving average', () => {
  test('is the mean of what stands in each window, whatever the width', () => {
    const random = seededRandom(3)
    // Whole numbers, so that every way of adding them gives the same.
    const values = Float64Array.from({ length: 500 }, () => (random.chance(0.3) ? Number.NaN : random.below(1000)))
    for (const groups of [2, 3, 7, 10, 64, 499, 500, 501, 1000]) {
      const expected = values.map((_, at) => {
        const there = [...values.subarray(Math.max(0, at - groups + 1), at + 1)].filter((value) => !Number.isNaN(value))
        return there.reduce((sum, value) => sum + value, 0) / there.length
      })
      expect(averages(values, groups)).toEqual(expected)
    }
  })

  test('keeps what is rounded off, and no trace of a large value that is behind it', () => {
    const values = Float64Array.from([1e16, 1, 1, -1e16, 0.5, 0.25, Number.POSITIVE_INFINITY, 4, 5, 6])
    expect([...averages(values, 3)]).toEqual([
      1e16,
      5e15,
      (1e16 + 2) / 3,
      (2 - 1e16) / 3,
      (1.5 - 1e16) / 3,
      (0.75 - 1e16) / 3,
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      5,
    ])
  })

  test('takes as long for wide windows as for narrow ones', () => {
    const values = Float64Array.from({ length: 100_000 }, (_, at) => Math.sin(at))
    const took = (groups: number): number => {
      const start = performance.now()
      averages(values, groups)
      return performance.now() - start
    }
    took(1000)
    const [narrow, wide] = [2, 1000].map((groups) => Math.min(...Array.from({ length: 5 }, () => took(groups))))
    expect(wide).toBeLessThan(20 * (narrow ?? 0))
  })
})

test('[W2] a running total stays infinite where a value is, and is null before the first value', () => {
  const values = Float64Array.from([Number.NaN, 0.1, 0.2, Number.POSITIVE_INFINITY, 1])
  const result = new Float64Array(values.length)
  runningTotal(values, courseOf(values), result)
  expect([...result].map((value) => (Number.isNaN(value) ? null : value))).toEqual([
    null,
    0.1,
    0.1 + 0.2,
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ])
})
