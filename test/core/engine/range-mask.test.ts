import { expect, test } from 'vitest'
import { rangeMask } from '#core/engine/filters/range-mask.ts'
import { seededRandom } from '../../support/random.ts'

const seed = 5
const special = [
  0,
  -0,
  1,
  -1,
  Infinity,
  -Infinity,
  Number.NaN,
  Number.MIN_VALUE,
  -Number.MIN_VALUE,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  2 ** -1022,
  0.1,
  1 / 3,
  1.7e12,
  1.7e12 + 1,
]

test(`[E11] the mask is the plain comparison, for every kind of number (seed ${seed})`, () => {
  const random = seededRandom(seed)
  const bits = new Int32Array(2)
  const anyNumber = (): number => {
    bits[0] = random.next() * 2 ** 32
    bits[1] = random.next() * 2 ** 32
    return new Float64Array(bits.buffer)[0] ?? 0
  }
  const values = Float64Array.from([
    ...special,
    ...Array.from({ length: 200 }, anyNumber),
    ...Array.from({ length: 100 }, () => random.below(20) - 10),
  ])
  const bounds = [...special, ...values.subarray(16, 40)].filter((bound) => !Number.isNaN(bound))
  for (const low of bounds) {
    for (const high of bounds) {
      const expected = Uint8Array.from(values, (value) => Number(value >= low && value <= high))
      expect(rangeMask(values, { low, high }), `${low} to ${high}`).toEqual(expected)
    }
  }
})

test('[E11] a NaN of either sign, as arithmetic may leave, is never within', () => {
  const values = new Float64Array(2)
  const halves = new Int32Array(values.buffer)
  halves[1] = 0x7ff8_0000
  halves[3] = -0x8_0000
  expect([...values].every(Number.isNaN)).toBe(true)
  expect([...rangeMask(values, { low: -Infinity, high: Infinity })]).toEqual([0, 0])
})

test('a column that is part of a longer array is read at its place', () => {
  const values = Float64Array.from({ length: 10 }, (_, row) => row).subarray(3, 6)
  expect([...rangeMask(values, { low: 4, high: 9 })]).toEqual([0, 1, 1])
})
