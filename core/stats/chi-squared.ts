import { categoryCodes } from './category-codes.ts'
import { chiSquaredAbove } from './chi-squared-distribution.ts'
import { type Contingency, contingencyOf } from './contingency.ts'
import { ofTwo, type Statistic } from './statistic.ts'

/** Below this many rows expected in a cell, χ² is a rough guide. */
const fewestExpected = 5

function chiSquaredOf({ cells, sumsA, sumsB }: Contingency, count: number) {
  let [statistic, few] = [0, 0]
  for (const [cell, found] of cells.entries()) {
    const expected = ((sumsA[Math.floor(cell / sumsB.length)] ?? 0) * (sumsB[cell % sumsB.length] ?? 0)) / count
    statistic += (found - expected) ** 2 / expected
    if (expected < fewestExpected) few += 1
  }
  return { statistic, few }
}

export const chiSquared: Statistic = {
  title: 'Chi-squared test of independence',
  reference:
    'Pearson (1900) without continuity correction; effect is Cramér’s V (1946); few counts cells expected below 5',
  takes: ['categories', 'categories'],
  compute: ofTwo((a, b) => {
    const [codesA, codesB] = [categoryCodes(a), categoryCodes(b)]
    const least = Math.min(codesA.categories, codesB.categories) - 1
    if (a.length < 3 || least < 1) return null
    const { statistic, few } = chiSquaredOf(contingencyOf(codesA, codesB), a.length)
    const freedom = (codesA.categories - 1) * (codesB.categories - 1)
    return {
      statistic,
      pValue: chiSquaredAbove(statistic, freedom),
      freedom,
      effect: Math.sqrt(statistic / a.length / least),
      few,
    }
  }),
}
