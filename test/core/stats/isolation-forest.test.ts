import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isolationScores } from '#core/stats/isolation-forest.ts'
import { statistics } from '#core/stats/registry.ts'
import { seededRandom } from '../../support/random.ts'
import { root } from '../../support/source-files.ts'

test('[S4] scores rank rows as an independent isolation forest does', () => {
  const fixture = JSON.parse(readFileSync(join(root, 'test/fixtures/stats/isolation-forest.json'), 'utf8')) as {
    readonly columns: readonly (readonly number[])[]
    readonly scores: readonly number[]
  }
  const scores = isolationScores(fixture.columns.map((values) => Float64Array.from(values)))
  const agreement = statistics.spearman.compute(scores ?? new Float64Array(0), Float64Array.from(fixture.scores))
  expect(agreement?.['statistic']).toBeGreaterThan(0.93)
  for (const [row, score] of (scores ?? []).entries())
    expect(Math.abs(score - (fixture.scores[row] ?? 0))).toBeLessThan(0.05)
})

test('[S4] rows far from all others are the most alone, and the same every time', () => {
  const random = seededRandom(11)
  const [a, b] = [0, 1].map(() => Float64Array.from({ length: 2000 }, () => random.next() + random.next()))
  if (a === undefined || b === undefined) throw new Error('two columns')
  const planted = [100, 700, 1999]
  for (const row of planted) [a[row], b[row]] = [9, -9]
  const scores = isolationScores([a, b]) ?? new Float64Array(0)
  const highest = Array.from(scores.keys()).sort((x, y) => (scores[y] ?? 0) - (scores[x] ?? 0))
  expect(highest.slice(0, 3).sort((x, y) => x - y)).toEqual(planted)
  expect(isolationScores([a, b])).toEqual(scores)
})

test('[S2] too few rows have no scores', () => {
  expect(isolationScores([new Float64Array(7)])).toBeNull()
  expect(isolationScores([])).toBeNull()
})
