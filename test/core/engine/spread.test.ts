import { describe, expect, test } from 'vitest'
import { dataset, numbers, rowsOf, sourceOf } from './asking.ts'

const spreadOf = async (values: readonly (number | null)[]) => {
  const [row] = await rowsOf(
    {
      dataset,
      measures: [
        { aggregate: 'sd', column: 'n', as: 'sd' },
        { aggregate: 'variance', column: 'n', as: 'variance' },
      ],
    },
    sourceOf(numbers('n', 'decimal', values)),
  )
  return row
}

/** NIST's datasets for univariate statistics, made as NIST makes them. */
const alternating = (middle: number, step: number, count: number): number[] => [
  middle,
  ...Array.from({ length: count - 1 }, (_, row) => middle + (row % 2 === 0 ? -step : step)),
]

describe('[E3a] how far values lie apart', () => {
  test.each([
    ['NumAcc1', [10_000_001, 10_000_003, 10_000_002], 1, 15],
    ['NumAcc2', alternating(1.2, 0.1, 1001), 0.1, 12],
    ['NumAcc3', alternating(1_000_000.2, 0.1, 1001), 0.1, 8],
    ['NumAcc4', alternating(10_000_000.2, 0.1, 1001), 0.1, 7],
  ])('agrees with NIST on %s', async (_, values, sd, digits) => {
    expect(Number((await spreadOf(values))?.['sd'])).toBeCloseTo(sd, digits)
  })
  test('is nothing for equal values, and null below two', async () => {
    expect(await spreadOf([0.1, 0.1, 0.1])).toEqual({ sd: 0, variance: 0 })
    expect(await spreadOf([0.1, null])).toEqual({ sd: null, variance: null })
  })
  test('an outlier in the first row costs no digits', async () => {
    const values = Array.from({ length: 10_001 }, (_, row) => (row === 0 ? 1e9 : row % 2))
    const expected = ((1e9 - 0.5) ** 2 * 10_000) / 10_001 / 10_000
    expect(Number((await spreadOf(values))?.['variance']) / expected).toBeCloseTo(1, 9)
  })
})
