import { expect, test } from 'vitest'
import { ensembleForecast } from '#core/stats/forecast/ensemble.ts'
import { isSeasonal } from '#core/stats/forecast/seasonality.ts'
import { stlSeason } from '#core/stats/forecast/stl.ts'
import { airPassengers } from '../../../support/air-passengers.ts'
import { seededRandom } from '../../../support/random.ts'

test('the airline passengers are forecast within 4 %, and what will be lies in the wider interval', () => {
  const found = ensembleForecast({ values: airPassengers.slice(0, 132), season: 12 }, 12)
  if (!found) throw new Error('no forecast')
  const actual = airPassengers.slice(132)
  const errors = actual.map((value, at) => Math.abs((found.middle[at] ?? 0) / value - 1))
  expect(errors.reduce((sum, error) => sum + error, 0) / 12).toBeLessThan(0.04)
  for (const [at, value] of actual.entries())
    expect(Math.abs(value - (found.middle[at] ?? 0))).toBeLessThan(found.half95[at] ?? 0)
  expect(found.error ?? 1).toBeLessThan(found.baselineError ?? 0)
})

test('shares add up to one, and intervals widen with the horizon and with their level', () => {
  const found = ensembleForecast({ values: airPassengers, season: 12 }, 12)
  if (!found) throw new Error('no forecast')
  expect([...found.shares.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
  for (let at = 1; at < 12; at++) expect(found.half80[at] ?? 0).toBeGreaterThan(found.half80[at - 1] ?? 0)
  for (const [at, half] of found.half80.entries()) expect(found.half95[at] ?? 0).toBeGreaterThan(half)
})

test('a series without a trial has no error, and one without a value no forecast', () => {
  const short = ensembleForecast({ values: Float64Array.of(3, 5, 4, 6, 5, 7), season: 1 }, 4)
  expect(short?.error).toBeNull()
  expect(ensembleForecast({ values: new Float64Array(0), season: 1 }, 4)).toBeNull()
})

test('a season is told from chance', () => {
  const random = seededRandom(7)
  const noise = Float64Array.from({ length: 120 }, () => random.next())
  expect(isSeasonal(airPassengers, 12)).toBe(true)
  expect(isSeasonal(noise, 12)).toBe(false)
  expect(isSeasonal(airPassengers.slice(0, 30), 12)).toBe(false)
})

test('the season of a line with a season is the season', () => {
  const season = [4, -1, 2, -5]
  const values = Float64Array.from({ length: 40 }, (_, at) => 3 * at + (season[at % 4] ?? 0))
  const found = stlSeason(values, 4, 11)
  for (const [at, value] of found.entries()) expect(value).toBeCloseTo(season[at % 4] ?? 0, 1)
})
