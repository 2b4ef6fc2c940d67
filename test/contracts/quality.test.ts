import { describe, expect, test } from 'vitest'
import type { Profile } from '#core/profile/profile.ts'
import { qualityOf } from '#core/profile/quality/quality.ts'
import { qualityParts, type QualityPartId } from '#core/profile/quality/registry.ts'
import { profileOfText } from '../support/profile-text.ts'

const day = 86_400_000
const now = Date.UTC(2024, 5, 1)
const dateOf = (row: number): string => new Date(now - (200 - row) * day).toISOString().slice(0, 10)
const csvOf = (header: string, row: (at: number) => string): string =>
  `${header}\n${Array.from({ length: 200 }, (_, at) => row(at)).join('\n')}\n`

/** Clean data, and for each part the same data with one thing wrong. */
const clean = csvOf(
  'order_id,day,city,age,price',
  (at) => `${1000 + at},${dateOf(at)},${['Rome', 'Paris'][at % 2]},${20 + (at % 40)},${(at * 7) % 13}.5`,
)
const spoilt: Record<QualityPartId, { readonly text: string; readonly step: string | null; readonly now?: number }> = {
  completeness: { text: clean.replaceAll(',Paris,', ',,'), step: 'fill-missing' },
  validity: { text: clean.replaceAll(',25,', ',-25,'), step: 'cap-outliers' },
  uniqueness: { text: `${clean}${clean.trimEnd().split('\n').slice(-20).join('\n')}\n`, step: 'remove-duplicates' },
  consistency: {
    text: clean
      .replaceAll(/(\d9),Paris,/g, '$1,PARIS,')
      .replace('2024-01-21,Paris', '2024-01-21,PARIS')
      .replace('2024-03-05,Paris', '2024-03-05,paris')
      .replace('2024-02-03,Rome', '2024-02-03,ROME'),
    step: 'unify-case',
  },
  freshness: { text: clean, step: null, now: now + 60 * day },
}
const ids = Object.keys(qualityParts) as QualityPartId[]

const pointsOf = (profile: Profile, id: QualityPartId, at: number): number =>
  qualityOf({ profile, now: at, arrivedAt: now }).parts.find((part) => part.id === id)?.points ?? Number.NaN

describe.each(ids)('the part of quality %s', (id) => {
  test('[Q1] gives clean data all its points', async () => {
    const profile = await profileOfText(clean)
    expect(qualityParts[id].judge({ profile, now, arrivedAt: now })).toEqual({ score: 1, findings: [] })
  })

  test('[Q3] gives spoilt data fewer, and says where, how much and what would mend it', async () => {
    const { text, step, now: at = now } = spoilt[id]
    const profile = await profileOfText(text)
    expect(pointsOf(profile, id, at)).toBeLessThan(pointsOf(await profileOfText(clean), id, now))
    const found = qualityParts[id].judge({ profile, now: at, arrivedAt: now })
    const [finding] = found?.findings ?? []
    expect(finding).toMatchObject({ step })
    expect(finding?.count).toBeGreaterThan(0)
    expect(finding?.share).toBeLessThanOrEqual(1)
    expect(finding?.sentence).toMatch(/^[A-Za-z0-9“].*\.$/)
  })
})

test('[Q1] the points add up to the score, the most to a hundred', async () => {
  for (const { text } of Object.values(spoilt)) {
    const { score, parts } = qualityOf({ profile: await profileOfText(text), now: now + 9 * day, arrivedAt: now })
    expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 6)
    expect(Math.abs(parts.reduce((sum, { most }) => sum + most, 0) - 100)).toBeLessThan(0.3)
    for (const { points, most } of parts) expect(points).toBeLessThanOrEqual(most)
  }
})

test('[Q2] without a clock, or of version 1, what cannot be judged is left out', async () => {
  const profile = await profileOfText(clean)
  expect(qualityOf({ profile, now: null, arrivedAt: null }).parts.map(({ id }) => id)).toEqual(
    ids.filter((id) => id !== 'freshness'),
  )
  const { version: _, table: __, time: ___, ...old } = profile
  const { score, parts } = qualityOf({ profile: old, now, arrivedAt: now })
  expect(parts.map(({ id }) => id)).toEqual(['completeness', 'validity'])
  expect(score).toBe(100)
})

test('[Q5] a history that was old when it came is not judged by its freshness', async () => {
  const [profile, later] = [await profileOfText(clean), now + 60 * day]
  expect(qualityParts.freshness.judge({ profile, now: later, arrivedAt: later })).toBeNull()
  expect(qualityParts.freshness.judge({ profile, now: later, arrivedAt: now })?.score).toBeLessThan(1)
})

test('[Q4] a table has no more points than its emptiest column leaves it, however many columns are full', async () => {
  const columns = Array.from({ length: 30 }, (_, index) => `c${index}`)
  const lines = Array.from({ length: 100 }, (_, row) => [row < 77 ? '' : row, ...columns.map(() => row)].join(','))
  const profile = await profileOfText([['cabin', ...columns].join(','), ...lines].join('\n'))
  expect(qualityParts.completeness.judge({ profile, now, arrivedAt: now })?.score).toBeCloseTo(1 - 0.77 / 2)
})

test('[Q4] a constant column is told and costs a tenth of a point', async () => {
  const profile = await profileOfText(clean.replaceAll(/Rome|Paris/g, 'Oslo'))
  const part = qualityOf({ profile, now, arrivedAt: now }).parts.find(({ id }) => id === 'consistency')
  expect(part?.points).toBeCloseTo((part?.most ?? 0) - 0.1)
  expect(part?.findings.map(({ column, step }) => [column, step])).toEqual([['city', 'remove-columns']])
})
