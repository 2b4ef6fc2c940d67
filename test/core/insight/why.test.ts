import { describe, expect, test } from 'vitest'
import { type Amount, evidenceOf, figureOf, isReversed, partsOf } from '#core/insight/why/parts.ts'
import { figureAskedAbout } from '#core/insight/why/asked-change.ts'
import { seededRandom } from '../../support/random.ts'

const amount = (count: number, mean: number, variance = 25): Amount => ({ count, mean, variance })
const groups = (entries: Readonly<Record<string, Amount>>) => new Map(Object.entries(entries))
const partOf = (parts: ReturnType<typeof partsOf>, name: string) => parts.find((part) => part.name === name)

describe('the parts of a change', () => {
  test('add up to it, whatever the groups, for sums, counts and averages', () => {
    const random = seededRandom(3)
    for (let times = 0; times < 300; times++) {
      const side = () =>
        new Map(
          ['a', 'b', 'c', 'd', 'e']
            .filter(() => random.next() < 0.8)
            .map((name) => [name, amount(1 + Math.floor(random.next() * 90), (random.next() - 0.3) * 1e6)]),
        )
      const [before, after] = [side(), side()]
      for (const changed of ['sum', 'count', 'mean'] as const) {
        const change = figureOf(after, changed) - figureOf(before, changed)
        const whole = partsOf(before, after, changed).reduce((sum, { total }) => sum + total, 0)
        if (before.size > 0 && after.size > 0)
          expect(Math.abs(whole - change)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(change), 1e6))
      }
    }
  })

  test('tell rows from values', () => {
    const parts = partsOf(
      groups({ west: amount(10, 100), east: amount(10, 100) }),
      groups({ west: amount(5, 100), east: amount(10, 120) }),
      'sum',
    )
    expect(partOf(parts, 'west')).toMatchObject({ volume: -500, rate: 0, total: -500 })
    expect(partOf(parts, 'east')).toMatchObject({ volume: 0, rate: 200, total: 200 })
  })

  test('name groups that are new or gone', () => {
    const parts = partsOf(groups({ old: amount(4, 10) }), groups({ new: amount(6, 20) }), 'sum')
    expect(partOf(parts, 'old')).toMatchObject({ isGone: true, total: -40 })
    expect(partOf(parts, 'new')).toMatchObject({ isNew: true, total: 120 })
  })

  test('put the group first that moved most for its size', () => {
    const even = { a: amount(400, 50), b: amount(100, 50), c: amount(200, 50) }
    const parts = partsOf(groups(even), groups({ ...even, b: amount(40, 50) }), 'count')
    expect(parts[0]?.name).toBe('b')
    expect(evidenceOf(parts)).toBeGreaterThan(3)
    expect(evidenceOf(partsOf(groups(even), groups(even), 'count'))).toBeLessThan(0)
  })

  test('see an average rise while it falls in every group', () => {
    const before = groups({ small: amount(90, 10), large: amount(10, 100) })
    const after = groups({ small: amount(10, 9), large: amount(90, 95) })
    const change = figureOf(after, 'mean') - figureOf(before, 'mean')
    expect(change).toBeGreaterThan(0)
    expect(isReversed(partsOf(before, after, 'mean'), change)).toBe(true)
  })
})

test('a question about a change becomes one about the figure in its periods', () => {
  const said = {
    'why did revenue fall in September 2024?': 'revenue in September 2024',
    'Why did sales drop from August to September 2024': 'sales in August 2024 and in September 2024',
    'what drove the change in profit between 2022 and 2023': 'profit in 2022 and in 2023',
    'why was the average price lower in May 2024': 'the average price in May 2024',
  }
  for (const [question, figure] of Object.entries(said)) expect(figureAskedAbout(question)).toBe(figure)
})
