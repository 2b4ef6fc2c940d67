import { describe, expect, test } from 'vitest'
import { type ForecastModelId, forecastModels } from '#core/stats/forecast/registry.ts'
import { airPassengers } from '../support/air-passengers.ts'

const ids = Object.keys(forecastModels) as ForecastModelId[]
const wave = (at: number): number => 10 * Math.sin((2 * Math.PI * at) / 12)
const series = (length: number, valueAt: (at: number) => number, season = 12) => ({
  values: Float64Array.from({ length }, (_, at) => valueAt(at)),
  season,
})

const meanPercentError = (ahead: Float64Array, actual: Float64Array): number =>
  (100 / actual.length) * ahead.reduce((sum, value, at) => sum + Math.abs(value / (actual[at] ?? 1) - 1), 0)

describe.each(ids)('the forecast model %s', (id) => {
  const model = forecastModels[id]

  test('names its source, and gives as many finite values as are asked for, the same each time', () => {
    expect(model.reference).toMatch(/\d{4}/)
    const known = { values: airPassengers, season: 12 }
    const ahead = model.forecast(known, 18)
    expect(ahead).toHaveLength(18)
    expect(ahead?.every(Number.isFinite)).toBe(true)
    expect(model.forecast(known, 18)).toEqual(ahead)
  })

  test('continues a season on a level within 5 % of the level', () => {
    const ahead = model.forecast(
      series(72, (at) => 100 + wave(at)),
      12,
    )
    for (const [step, value] of (ahead ?? []).entries()) expect(Math.abs(value - 100 - wave(72 + step))).toBeLessThan(5)
  })

  test('forecasts the last year of the airline passengers better than last year again does (10 %)', () => {
    const ahead = model.forecast({ values: airPassengers.slice(0, 132), season: 12 }, 12)
    expect(meanPercentError(ahead ?? new Float64Array(12), airPassengers.slice(132))).toBeLessThan(8)
  })

  test('refuses a series of one value, and invents nothing for a constant one', () => {
    expect(
      model.forecast(
        series(1, () => 5),
        3,
      ),
    ).toBeNull()
    const constant = model.forecast(
      series(40, () => 5),
      3,
    )
    for (const value of constant ?? []) expect(value).toBeCloseTo(5, 6)
  })

  test('gives a thousand times the forecast for a thousand times the values', () => {
    const small = model.forecast({ values: airPassengers, season: 12 }, 6)
    const large = model.forecast({ values: airPassengers.map((value) => value * 1000), season: 12 }, 6)
    for (const [step, value] of (small ?? []).entries())
      expect(Math.abs((large?.[step] ?? 0) / 1000 / value - 1)).toBeLessThan(0.02)
  })
})
