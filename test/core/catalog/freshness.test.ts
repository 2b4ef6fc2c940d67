import { expect, test } from 'vitest'
import { freshnessOf, recencyOf } from '#core/catalog/freshness.ts'
import { loadText } from '../../support/load-text.ts'

const day = 86_400_000
const at = (date: string): number => Date.parse(date)

const daily = {
  newestAt: at('2026-03-03'),
  cadence: 'daily',
  arrivedAt: at('2026-03-04'),
  staleAfterHours: null,
} as const

test.each([
  ['a day after its newest moment', '2026-03-04', false],
  ['three days after', '2026-03-06', false],
  ['later', '2026-03-06T01:00Z', true],
])('[R2] daily data %s', (_, now, isStale) => {
  expect(freshnessOf(daily, at(now))).toEqual({
    isStale,
    staleAfterHours: 72,
    text: 'Data up to 3 Mar 2026; expected daily.',
  })
})

test('[R2] a limit that a person set counts, whatever is usual', () => {
  const own = { ...daily, staleAfterHours: 24 * 7 }
  expect(freshnessOf(own, at('2026-03-10'))).toMatchObject({ isStale: false })
  expect(freshnessOf(own, at('2026-03-11'))).toMatchObject({
    isStale: true,
    text: 'Data up to 3 Mar 2026; expected every 7 days.',
  })
})

test('[R3] a history that was old when it came is never stale, unless a person waits for it', () => {
  const history = { ...daily, arrivedAt: at('2026-08-01') }
  expect(freshnessOf(history, at('2030-01-01'))).toEqual({
    isStale: false,
    staleAfterHours: null,
    text: 'Data up to 3 Mar 2026.',
  })
  expect(freshnessOf({ ...history, staleAfterHours: 1 }, at('2030-01-01'))).toMatchObject({
    isStale: true,
    text: 'Data up to 3 Mar 2026; expected every 1 hour.',
  })
})

test('[R1] without a column of time its version counts, and only where a person set a limit', () => {
  const timeless = { newestAt: null, cadence: null, arrivedAt: at('2026-01-01T10:30Z'), staleAfterHours: null }
  expect(freshnessOf(timeless, at('2030-01-01'))).toEqual({
    isStale: false,
    staleAfterHours: null,
    text: 'Loaded on 1 Jan 2026.',
  })
  expect(freshnessOf({ ...timeless, staleAfterHours: 48 }, at('2026-01-04'))).toMatchObject({ isStale: true })
})

/** A file with a row for each moment, that many steps of so many days. */
async function recencyOfSteps(days: number, skips: (date: Date) => boolean = () => false) {
  const moments = Array.from({ length: 40 }, (_, index) => new Date(at('2024-01-01') + index * days * day))
  const rows = moments.filter((date) => !skips(date)).map((date, index) => `${date.toISOString()},${index * 3}`)
  const { model, profile } = await loadText('sales.csv', `Moment,Sales\n${rows.join('\n')}`)
  return recencyOf(model, profile)
}

test.each([
  [1 / 24, 'hourly'],
  [1, 'daily'],
  [7, 'weekly'],
  [30.4, 'monthly'],
  [91.3, 'quarterly'],
  [365.25, 'yearly'],
])('[R2] a moment every %s days is %s', async (days, cadence) => {
  expect(await recencyOfSteps(days)).toEqual({ newestAt: at('2024-01-01') + Math.round(39 * days * day), cadence })
})

test('[R2] working days are days', async () => {
  const isWeekend = (date: Date): boolean => date.getUTCDay() % 6 === 0
  expect(await recencyOfSteps(1, isWeekend)).toMatchObject({ cadence: 'daily' })
})
