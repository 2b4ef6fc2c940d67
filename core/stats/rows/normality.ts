import { centralSums, kurtosisOf, skewnessOf } from '../central-sums.ts'
import { dagostinoPearson } from '../dagostino-pearson.ts'
import { shapiroWilk } from '../shapiro-wilk.ts'
import { knownRowsOf } from './known-rows.ts'
import { figure, type RowStatistic, shown, wordOf } from './row-statistic.ts'

/** Shapiro and Wilk’s test is defined up to so many values; beyond them D’Agostino and Pearson’s is as good. */
const mostOfShapiro = 5000

export const normality: RowStatistic = {
  title: 'Test of normality',
  takes: ['number'],
  fields: [
    figure('Statistic'),
    shown.p,
    wordOf('Test'),
    figure('Skewness'),
    figure('Excess kurtosis'),
    shown.count,
    shown.read,
  ],
  compute: (asked) => {
    const { columns, count, read } = knownRowsOf(asked)
    const [values = new Float64Array(0)] = columns
    const test = count > mostOfShapiro ? dagostinoPearson : shapiroWilk
    const found = test.compute(values)
    if (found === null) return []
    const sums = centralSums(values)
    const { statistic = null, pValue = null } = found
    return [
      [
        statistic,
        pValue,
        test.title.replace(' test of normality', ''),
        skewnessOf(sums),
        kurtosisOf(sums),
        count,
        read,
      ],
    ]
  },
}
