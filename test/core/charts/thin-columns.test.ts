import { expect, test } from 'vitest'
import { placesToDraw } from '#core/charts/drawing/thin-columns.ts'

const count = 100_000
const positions = Float64Array.from({ length: count }, (_, at) => at)
const values = Float64Array.from({ length: count }, (_, at) => Math.sin(at / 900) * 10 + ((at * 7919) % 101))

test('[CH3] of each column of pixels the ends and the extremes of every line stay, and no more', () => {
  const other = Float64Array.from(values, (value) => -value)
  const places = placesToDraw(positions, [values, other], 500) ?? new Int32Array()
  expect(places.length).toBeLessThanOrEqual(500 * 6 + 2)
  expect(places[0]).toBe(0)
  expect(places.at(-1)).toBe(count - 1)
  const most = values.indexOf(values.reduce((a, b) => Math.max(a, b)))
  const least = values.indexOf(values.reduce((a, b) => Math.min(a, b)))
  expect(places).toContain(most)
  expect(places).toContain(least)
  expect(Array.from(places)).toEqual(Array.from(places).toSorted((a, b) => a - b))
})

test('[CH3] few positions are all drawn, and so are all where a gap must show', () => {
  expect(placesToDraw(positions.subarray(0, 500), [values], 500)).toBeNull()
  const gap = values.slice()
  gap[70_000] = Number.NaN
  expect(placesToDraw(positions, [gap], 500)).toBeNull()
})
