import { expect, test } from 'vitest'
import { periodOf } from '#core/query/period.ts'
import { zoneOf } from '#core/query/calendar/zone.ts'

const iso = (text: string): [string, string] | null => {
  const period = periodOf(text)
  return period && [new Date(period.start).toISOString(), new Date(period.end).toISOString()]
}

test.each([
  ['2024', '2024-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z'],
  ['2024-12', '2024-12-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z', '2024-03-01T00:00:00.000Z'],
  ['0099-12-31', '0099-12-31T00:00:00.000Z', '0100-01-01T00:00:00.000Z'],
  ['2024-03-01T09:30', '2024-03-01T09:30:00.000Z', '2024-03-01T09:30:00.001Z'],
  ['2024-03-01T09:30:15.25Z', '2024-03-01T09:30:15.250Z', '2024-03-01T09:30:15.251Z'],
  ['2024-03-01 00:30:00+05:30', '2024-02-29T19:00:00.000Z', '2024-02-29T19:00:00.001Z'],
  ['2024-03-01T00:30:00-0330', '2024-03-01T04:00:00.000Z', '2024-03-01T04:00:00.001Z'],
])('[E12] %s is a period', (text, start, end) => {
  expect(iso(text)).toEqual([start, end])
})

test.each([
  '',
  '24',
  '2024-13',
  '2024-00',
  '2023-02-29',
  '2024-04-31',
  '2024-1-1',
  '01/02/2024',
  '2024-03-01T24:00',
  '2024-03-01T09:60',
  'March',
])('[Q8] “%s” is no moment', (text) => {
  expect(periodOf(text)).toBeNull()
})

test('[C7] text without a zone is local to the zone asked for', () => {
  const berlin = zoneOf('Europe/Berlin')
  const hours = (text: string): number => {
    const { start, end } = periodOf(text, berlin) ?? { start: 0, end: 0 }
    return (end - start) / 3_600_000
  }
  expect([hours('2024-03-31'), hours('2024-10-27'), hours('2024-06-01')]).toEqual([23, 25, 24])
  expect(periodOf('2024-03-31T12:00', berlin)?.start).toBe(Date.UTC(2024, 2, 31, 10))
  expect(periodOf('2024-03-31T12:00Z', berlin)?.start).toBe(Date.UTC(2024, 2, 31, 12))
})
