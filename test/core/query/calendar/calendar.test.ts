import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reckoning } from '#core/query/calendar/calendar.ts'
import { addGrain, startOfGrain } from '#core/query/calendar/grain.ts'
import { isoDate, isoText } from '#core/query/calendar/iso-text.ts'
import { instantOf, localOf } from '#core/query/calendar/local-time.ts'
import { partOf } from '#core/query/calendar/part.ts'
import { isTimeZone, transitionsOf, zoneOf } from '#core/query/calendar/zone.ts'
import { dateParts, type Grain, grains, weekDays } from '#core/semantic/vocabulary.ts'
import { seededRandom } from '../../../support/random.ts'
import { createReferee, type Referee } from '../../engine/referee/referee.ts'

/** Half and quarter hours, both hemispheres, changes at midnight, a half-hour summer, a skipped day, no changes. */
const zones = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Africa/Casablanca',
  'Antarctica/Troll',
]
const seed = Number(process.env['EDGEWISE_SEED'] ?? 20_261_130)
const second = 1000
const [first, last] = [Date.UTC(1890, 0, 1), Date.UTC(2090, 0, 1)]

/** Around the zone's changes, to the second, and anywhere. */
function instantsIn(zone: string): number[] {
  const random = seededRandom(seed)
  const changes = transitionsOf(zone, first, last).slice(1)
  const chosen = Array.from({ length: Math.min(12, changes.length) }, () => random.pick(changes).from)
  const around = chosen.flatMap((at) => [at - second, at, at + 1800 * second, at - 5400 * second])
  return [...around, ...Array.from({ length: 12 }, () => first + random.below((last - first) / second) * second)]
}

const cases = zones.flatMap((zone) => instantsIn(zone).map((instant) => ({ zone, instant })))

let referee: Referee
beforeAll(async () => {
  referee = await createReferee()
})
afterAll(() => referee.close())

const list = (values: readonly string[]): string => values.join(', ')

/** What DuckDB says of every case: one column per expression over `wall` (local time) and `instant`. */
async function judged(expressions: readonly string[]): Promise<number[][]> {
  const rows = cases.map(({ zone, instant }, index) => `(${index}, '${zone}', ${instant})`)
  const answer = await referee.rows(`
    SELECT ${list(expressions.map((sql) => `(${sql})::BIGINT`))} FROM (
      SELECT *, timezone(zone, make_timestamptz(instant * 1000)) AS wall
      FROM (VALUES ${list(rows)}) AS v(number, zone, instant)) ORDER BY number`)
  return answer.map((row) => row.map(Number))
}

describe(`local time agrees with ICU as DuckDB has it (seed ${seed})`, () => {
  test('there are at least 500 cases', () => expect(cases.length).toBeGreaterThanOrEqual(500))

  test('the local time of an instant', async () => {
    const theirs = await judged(['epoch_ms(wall)'])
    for (const [index, { zone, instant }] of cases.entries())
      expect.soft([localOf(instant, zoneOf(zone))], `${zone} ${instant}`).toEqual(theirs[index])
  })

  test('[C4, C5, C6] every grain, from every first day of the week and every first month of the year', async () => {
    const month = (unit: string, first: number): string =>
      `epoch_ms(date_trunc('${unit}', date_trunc('month', wall) - INTERVAL ${first - 1} MONTH) + INTERVAL ${first - 1} MONTH)`
    type Variant = { readonly grain: Grain; readonly reckoning: Reckoning; readonly sql: string }
    const variants = grains.flatMap((grain): Variant[] => {
      if (grain === 'week')
        return weekDays.map((weekStart, at) => ({
          grain,
          reckoning: { weekStart, fiscalYearStart: 1 },
          sql: `epoch_ms(date_trunc('week', wall - INTERVAL ${at} DAY) + INTERVAL ${at} DAY)`,
        }))
      const isFiscal = grain === 'quarter' || grain === 'year'
      return (isFiscal ? [1, 2, 4, 7, 10, 12] : [1]).map((fiscalYearStart) => ({
        grain,
        reckoning: { weekStart: 'monday', fiscalYearStart },
        sql: isFiscal ? month(grain, fiscalYearStart) : `epoch_ms(date_trunc('${grain}', wall))`,
      }))
    })
    const theirs = await judged(variants.map(({ sql }) => sql))
    for (const [index, { zone, instant }] of cases.entries()) {
      const local = localOf(instant, zoneOf(zone))
      const ours = variants.map(({ grain, reckoning }) => startOfGrain(local, grain, reckoning))
      expect.soft(ours, `${zone} ${instant}`).toEqual(theirs[index])
    }
  })

  test('every part', async () => {
    const sql = {
      hourOfDay: 'hour(wall)',
      dayOfWeek: 'isodow(wall)',
      dayOfMonth: 'day(wall)',
      dayOfYear: 'dayofyear(wall)',
      weekOfYear: 'week(wall)',
      monthOfYear: 'month(wall)',
      quarterOfYear: 'quarter(wall - INTERVAL 3 MONTH)',
    }
    const theirs = await judged(dateParts.map((part) => sql[part].replace('wall -', `date_trunc('month', wall) -`)))
    for (const [index, { zone, instant }] of cases.entries()) {
      const local = localOf(instant, zoneOf(zone))
      const ours = dateParts.map((part) => partOf[part](local, { weekStart: 'monday', fiscalYearStart: 4 }))
      expect.soft(ours, `${zone} ${instant}`).toEqual(theirs[index])
    }
  })

  test('the instant of a local time: the first of two, and never one that is left out', async () => {
    const theirs = await judged(['epoch_ms(timezone(zone, wall))'])
    for (const [index, { zone, instant }] of cases.entries()) {
      const local = localOf(instant, zoneOf(zone))
      const ours = instantOf(local, zoneOf(zone))
      expect.soft(localOf(ours, zoneOf(zone)), `${zone} ${instant}`).toBe(local)
      expect.soft(ours, `${zone} ${instant}`).toBeLessThanOrEqual(Number(theirs[index]?.[0]))
      expect.soft(ours, `${zone} ${instant}`).toBeLessThanOrEqual(instant)
    }
  })

  test('a period later or earlier', async () => {
    const units = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const
    const counts = [-13, -1, 1, 12]
    const variants = units.flatMap((unit) => counts.map((count) => ({ unit, count })))
    const theirs = await judged(
      variants.map(({ unit, count }) =>
        unit === 'quarter'
          ? `epoch_ms(wall + INTERVAL (${count * 3}) MONTH)`
          : `epoch_ms(wall + INTERVAL (${count}) ${unit.toUpperCase()})`,
      ),
    )
    for (const [index, { zone, instant }] of cases.entries()) {
      const local = localOf(instant, zoneOf(zone))
      const ours = variants.map(({ unit, count }) => addGrain(local, unit, count))
      expect.soft(ours, `${zone} ${instant}`).toEqual(theirs[index])
    }
  })
})

test('[C2] a local time that clocks skip is as much later as they skip', () => {
  const [berlin, apia] = [zoneOf('Europe/Berlin'), zoneOf('Pacific/Apia')]
  expect(isoText(instantOf(Date.UTC(2024, 2, 31, 2, 30), berlin), berlin)).toBe('2024-03-31T03:30:00+02:00')
  // Samoa had no 30th of December in 2011: the day is empty.
  const days = [30, 31].map((day) => instantOf(Date.UTC(2011, 11, day), apia))
  expect(days[0]).toBe(days[1])
})

test('[C2, C4] an hour that comes twice begins twice, and its first is meant', () => {
  const berlin = zoneOf('Europe/Berlin')
  const two = instantOf(Date.UTC(2024, 9, 27, 2), berlin)
  expect([isoText(two, berlin), isoText(two + 3_600_000, berlin)]).toEqual([
    '2024-10-27T02:00:00+02:00',
    '2024-10-27T02:00:00+01:00',
  ])
})

test('[C5] weeks of the year from Sunday are those that hold their fourth day', () => {
  const week = (text: string): number =>
    partOf.weekOfYear(Date.parse(text), { weekStart: 'sunday', fiscalYearStart: 1 })
  expect(['2023-12-30', '2023-12-31', '2024-01-06', '2024-01-07', '2025-01-01'].map(week)).toEqual([52, 1, 1, 2, 1])
})

test('text in a zone has its offset, to the second where history has seconds', () => {
  expect(isoText(0, zoneOf('UTC'))).toBe('1970-01-01T00:00:00Z')
  expect(isoText(123, zoneOf('Asia/Kolkata'))).toBe('1970-01-01T05:30:00.123+05:30')
  expect(isoText(0, zoneOf('Africa/Monrovia'))).toBe('1969-12-31T23:15:30-00:44:30')
  expect(isoDate(Date.UTC(2024, 0, 1, 23, 30), zoneOf('Europe/Berlin'))).toBe('2024-01-02')
})

test('[C1] a table of offsets holds what one asks for, and begins at the beginning', () => {
  expect(transitionsOf('Europe/Berlin', Date.UTC(2024, 0, 1), Date.UTC(2024, 11, 31))).toEqual([
    { from: Number.NEGATIVE_INFINITY, offset: 3_600_000 },
    { from: Date.UTC(2024, 2, 31, 1), offset: 7_200_000 },
    { from: Date.UTC(2024, 9, 27, 1), offset: 3_600_000 },
  ])
  expect(transitionsOf('Asia/Kolkata', Date.UTC(2000, 0, 1), Date.UTC(2050, 0, 1))).toHaveLength(1)
})

test('a zone is one that the platform knows', () => {
  expect(['Europe/Berlin', 'UTC', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, true, false, false])
})
