import type { CentralSums } from '../stats/central-sums.ts'
import { normalityOfSums } from '../stats/dagostino-pearson.ts'
import { shapiroWilk } from '../stats/shapiro-wilk.ts'
import type { TestResult } from '../stats/test-result.ts'
import { chance, isRejected } from './chance.ts'

const sentenceOf = (pValue: number): string =>
  isRejected(pValue)
    ? `The values are not normally distributed (${chance(pValue)}).`
    : `The values may be normally distributed: nothing speaks against it (${chance(pValue)}).`

/** Normality tests by skewness and kurtosis, and by Shapiro–Wilk if all values are available. */
export function normalityOf(sums: CentralSums, values: Float64Array | null): TestResult[] {
  const found = {
    'dagostino-pearson': normalityOfSums(sums),
    'shapiro-wilk': values === null ? null : shapiroWilk.compute(values),
  }
  return Object.entries(found).flatMap(([id, figures]) => {
    const { statistic, pValue } = figures ?? {}
    return statistic === undefined || pValue === undefined
      ? []
      : [{ id, statistic, pValue, sentence: sentenceOf(pValue) }]
  })
}
