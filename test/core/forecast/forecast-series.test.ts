import { describe, expect, test } from 'vitest'
import { forecastSeries } from '#core/forecast/forecast-series.ts'
import { regularSeries } from '#core/forecast/regular-series.ts'
import { timeAfter } from '#core/forecast/time-step.ts'
import { airPassengers } from '../../support/air-passengers.ts'

const monthsFrom = (year: number, count: number, day = 1): number[] =>
  Array.from({ length: count }, (_, at) => Date.UTC(year, at, day))
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

const passengers = { name: '', times: monthsFrom(1949, 144), values: [...airPassengers], isTime: true }

describe('a series by time', () => {
  test('goes on in calendar months, with its season and its models named', () => {
    const made = forecastSeries(passengers, 3)
    if (!made.ok) throw new Error(made.error.message)
    expect(made.value.points.map(({ time }) => dayOf(time))).toEqual(['1961-01-01', '1961-02-01', '1961-03-01'])
    expect(made.value.season).toBe(12)
    expect(made.value.models.map(({ title }) => title)).toContain('Theta')
    expect(made.value.errorOfBaseline ?? 1).toBeLessThan(1)
    for (const { low95, low80, forecast, high80, high95 } of made.value.points)
      expect([low95, low80, forecast, high80, high95].toSorted((a, b) => a - b)).toEqual([
        low95,
        low80,
        forecast,
        high80,
        high95,
      ])
  })

  test('that ends on last days of months goes on with last days', () => {
    const end = Date.UTC(2024, 0, 31)
    expect([1, 2, 3].map((steps) => dayOf(timeAfter({ kind: 'months', count: 1 }, end, steps)))).toEqual([
      '2024-02-29',
      '2024-03-31',
      '2024-04-30',
    ])
  })

  test('in any order gives the same', () => {
    const shuffled = {
      ...passengers,
      times: passengers.times.toReversed(),
      values: passengers.values.toReversed(),
    }
    expect(forecastSeries(shuffled, 6)).toEqual(forecastSeries(passengers, 6))
  })

  test('has missing steps drawn in a straight line, and says how many', () => {
    const kept = passengers.times.map((_, at) => at).filter((at) => at !== 50 && at !== 51)
    const gaps = {
      ...passengers,
      times: kept.map((at) => passengers.times[at] ?? 0),
      values: kept.map((at) => passengers.values[at] ?? 0),
    }
    const placed = regularSeries(gaps)
    if (!placed.ok) throw new Error(placed.error.message)
    expect(placed.value.filled).toBe(2)
    const [before = 0, first = 0, second = 0, after = 0] = placed.value.series.values.slice(49, 53)
    expect(first - before).toBeCloseTo(second - first, 9)
    expect(after - second).toBeCloseTo(second - first, 9)
  })

  test('with plain numbers for time finds its season by its values', () => {
    const plain = {
      name: 'a',
      times: passengers.times.map((_, at) => at + 1),
      values: passengers.values,
      isTime: false,
    }
    const made = forecastSeries(plain, 2)
    if (!made.ok) throw new Error(made.error.message)
    expect(made.value.season).toBe(12)
    expect(made.value.points.map(({ time }) => time)).toEqual([145, 146])
  })

  test('with two values at one time, or too few, is refused by a sentence', () => {
    const twice = forecastSeries(
      { ...passengers, times: passengers.times.map((time, at) => (at === 3 ? (passengers.times[2] ?? 0) : time)) },
      3,
    )
    expect(twice.ok ? '' : twice.error.message).toBe('The series has more than one value at 1949-03-01.')
    const few = forecastSeries({ name: 'north', times: [1, 2, 3], values: [1, 2, 3], isTime: false }, 3)
    expect(few.ok ? '' : few.error.message).toBe('“north” has 3 values; at least 6 are needed.')
  })
})
