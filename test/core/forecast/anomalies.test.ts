import { expect, test } from 'vitest'
import { findAnomalies } from '#core/forecast/anomalies.ts'
import { nearestDistances } from '#core/stats/discords.ts'
import { seededRandom } from '../../support/random.ts'

const hours = Array.from({ length: 960 }, (_, at) => at * 3_600_000)

function daily(change: (value: number, at: number) => number): number[] {
  const random = seededRandom(3)
  return hours.map((_, at) => change(50 + 20 * Math.sin((2 * Math.PI * at) / 24) + 2 * random.next(), at))
}

const oddPlaces = (values: readonly number[]): readonly number[] => {
  const judged = findAnomalies({ name: '', times: hours, values, isTime: true })
  if (!judged.ok) throw new Error(judged.error.message)
  return judged.value.flatMap(({ isAnomaly }, at) => (isAnomaly ? [at] : []))
}

test('a spike and a day without its usual course are found, and nothing else', () => {
  const found = oddPlaces(daily((value, at) => (at === 300 ? value + 80 : at >= 600 && at < 624 ? 50 : value)))
  expect(found).toHaveLength(2)
  expect(found[0]).toBe(300)
  expect(found[1]).toBeGreaterThanOrEqual(594)
  expect(found[1]).toBeLessThan(630)
})

test('a course that only repeats itself has none', () => {
  expect(oddPlaces(hours.map((_, at) => at % 24))).toEqual([])
  expect(oddPlaces(hours.map(() => 5))).toEqual([])
  expect(oddPlaces(daily((value) => value))).toEqual([])
})

test('a value is told with the range of those around it', () => {
  const judged = findAnomalies({
    name: '',
    times: hours,
    values: daily((value, at) => (at === 300 ? 400 : value)),
    isTime: true,
  })
  const odd = judged.ok ? judged.value.find(({ isAnomaly }) => isAnomaly) : undefined
  expect(odd?.value).toBe(400)
  expect(odd?.high ?? 400).toBeLessThan(200)
})

test('too few values are refused by a sentence', () => {
  const judged = findAnomalies({ name: '', times: [1, 2], values: [1, 2], isTime: false })
  expect(judged.ok ? '' : judged.error.message).toBe('The series has 2 values; at least 96 are needed.')
})

test('distances to the nearest stretch equal those of every pair', () => {
  const random = seededRandom(5)
  const values = Float64Array.from({ length: 60 }, () => random.next())
  const width = 8
  const found = nearestDistances(values, width)
  for (const [start, distance] of found.entries()) {
    let least = Infinity
    for (let other = 0; other < found.length; other++) {
      if (Math.abs(other - start) < width) continue
      let squares = 0
      for (let at = 0; at < width; at++) squares += ((values[start + at] ?? 0) - (values[other + at] ?? 0)) ** 2
      least = Math.min(least, Math.sqrt(squares))
    }
    expect(distance).toBeCloseTo(least, 9)
  }
})
