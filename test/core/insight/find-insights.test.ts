import { describe, expect, test } from 'vitest'
import { keyOf } from '#core/insight/insight.ts'
import { falseDiscoveryRates } from '#core/stats/false-discovery.ts'
import { trendOf } from '#core/stats/trend.ts'
import { seededRandom } from '../../support/random.ts'
import { insightsOf, normal, nullColumns } from '../../support/insight-data.ts'

const rows = 400

describe('what stands out', () => {
  test('is nothing where columns have nothing to do with one another', async () => {
    const random = seededRandom(41)
    let something = 0
    for (let at = 0; at < 20; at++)
      if ((await insightsOf(nullColumns(random, rows))).insights.length > 0) something += 1
    expect(something).toBeLessThanOrEqual(2)
  })

  test('is a planted difference, with the figures of its sentence', async () => {
    const columns = nullColumns(seededRandom(5), rows)
    const amount =
      columns['amount']?.map((value, row) => (columns['region']?.[row] === 'West' ? Number(value) + 20 : value)) ?? []
    const { insights, looked } = await insightsOf({ ...columns, amount })
    const found = insights.find(({ kind }) => kind === 'difference')
    const west = amount.filter((_, row) => columns['region']?.[row] === 'West').map(Number)
    const others = amount.filter((_, row) => columns['region']?.[row] !== 'West').map(Number)
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
    expect(found?.text).toMatch(/^The average amount is higher where region is West: /)
    expect(found?.numbers['West']).toBeCloseTo(mean(west), 9)
    expect(found?.numbers['elsewhere']).toBeCloseTo(mean(others), 9)
    expect(found?.q).toBeLessThan(0.05)
    expect(looked).toBeGreaterThan(30)
  })

  test('is told of as much as was looked at when it is stopped', async () => {
    const columns = nullColumns(seededRandom(5), rows)
    const whole = await insightsOf(columns)
    let looks = 0
    const part = await insightsOf(columns, { onLook: (done) => (looks = done), isStopped: () => looks === 4 })
    expect(looks).toBe(4)
    expect(part.looked).toBeGreaterThan(0)
    expect(part.looked).toBeLessThan(whole.looked)
    expect(whole.unanswered).toBe(0)
    expect(part.unanswered).toBeGreaterThan(0)
  })

  test('is told as a rise from end to end only where the ends bear it out', async () => {
    const random = seededRandom(3)
    const months = Array.from({ length: 24 }, (_, at) => new Date(Date.UTC(2022, at, 15)).toISOString().slice(0, 10))
    const day = months.flatMap((month) => Array.from({ length: 20 }, () => month))
    const valueOf = (at: number): number => (at === 0 ? 60 : at === 23 ? 20 : 20 + 2 * at)
    const amount = day.map((month) => (valueOf(months.indexOf(month)) + normal(random)).toFixed(3))
    const { insights } = await insightsOf({ day, amount })
    const found = insights.find(({ kind }) => kind === 'trend')
    expect(found?.text).toMatch(
      /rises over time: by [\d.]+ a month over all, though it begins with 6.* and ends with (19|20)/,
    )
    expect(found?.numbers['slope']).toBeGreaterThan(0)
  })

  test('is kept apart from what may be chance', async () => {
    const random = seededRandom(12)
    const columns = nullColumns(random, 60)
    const rating = columns['amount']?.map((value) => (Number(value) * 0.016 + normal(random)).toFixed(3)) ?? []
    const { insights, doubtful } = await insightsOf({ ...columns, rating })
    const sure = new Set(insights.map(keyOf))
    expect(doubtful.length).toBeGreaterThan(0)
    expect(doubtful.every((each) => each.q > 0.05 && each.pValue <= 0.05 && !sure.has(keyOf(each)))).toBe(true)
  })

  test('says once what two columns say that are one', async () => {
    const columns = nullColumns(seededRandom(6), rows)
    const amount =
      columns['amount']?.map((value, row) => (columns['region']?.[row] === 'West' ? Number(value) + 40 : value)) ?? []
    const cents = amount.map((value) => Math.round(Number(value) * 100))
    const { insights } = await insightsOf({ ...columns, amount, cents })
    expect(insights.filter(({ kind, about }) => kind === 'difference' && about.includes('region'))).toHaveLength(1)
    expect(insights.filter(({ kind }) => kind === 'relation')).toHaveLength(1)
  })

  test('counts days between moments from the earlier to the later, by their names', async () => {
    const random = seededRandom(8)
    const columns = nullColumns(random, rows)
    const opened = columns['day'] ?? []
    const closed = opened.map((value, row) => {
      const days = columns['region']?.[row] === 'East' ? 20 : 4
      return new Date(Date.parse(String(value)) + Math.round(days + 2 * normal(random)) * 86_400_000)
        .toISOString()
        .slice(0, 10)
    })
    const { day: _, ...others } = columns
    const { insights } = await insightsOf({ ...others, closed, opened })
    expect(insights[0]?.text).toMatch(/^The average days from opened to closed is higher where region is East: (19|20)/)
  })
})

test('rates of false discovery are those of Benjamini and Yekutieli', () => {
  // The harmonic sum of three tests is 11/6: .01 · 3 · 11/6 / 1, .02 · 3 · 11/6 / 2, and 1 for what exceeds it.
  const rates = falseDiscoveryRates([0.9, 0.01, 0.02])
  expect(rates[1]).toBeCloseTo(0.055, 12)
  expect(rates[2]).toBeCloseTo(0.055, 12)
  expect(rates[0]).toBe(1)
  expect(falseDiscoveryRates([])).toEqual([])
})

describe('a trend of period means', () => {
  const means = (valueAt: (at: number) => number, variance = 1) =>
    Array.from({ length: 24 }, (_, at) => ({ value: valueAt(at), count: 30, variance }))

  test('is its slope, and sure where periods follow it', () => {
    const found = trendOf(means((at) => 5 + 2 * at + Math.sin(at * 7)))
    expect(found?.slope).toBeCloseTo(2, 1)
    expect(found?.correlation).toBeGreaterThan(0.99)
    expect(found?.pValue).toBeLessThan(1e-10)
  })

  test('is unsure where periods wander more than their values explain', () => {
    const random = seededRandom(12)
    let sure = 0
    for (let times = 0; times < 200; times++) {
      let level = 0
      if ((trendOf(means(() => (level += normal(random)), 0.01))?.pValue ?? 1) < 0.001) sure += 1
    }
    expect(sure).toBeLessThan(60)
  })

  test('is none of a constant, or of few periods', () => {
    expect(trendOf(means(() => 3))).toBeNull()
    expect(trendOf(means((at) => at).slice(0, 3))).toBeNull()
  })
})
