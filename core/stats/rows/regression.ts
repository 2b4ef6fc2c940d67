import { regressionOf } from '../linear-regression.ts'
import { knownRowsOf } from './known-rows.ts'
import { figure, type RowStatistic, shown, wordOf } from './row-statistic.ts'

export const regression: RowStatistic = {
  title: 'Linear regression',
  takes: ['number', 'number'],
  takesMore: true,
  fields: [
    wordOf('Term'),
    figure('Coefficient'),
    figure('Standard error'),
    shown.low,
    shown.high,
    figure('t'),
    shown.p,
    figure('R²'),
    figure('Residual deviation'),
    shown.count,
    shown.read,
  ],
  compute: (asked) => {
    const { columns, count, read } = knownRowsOf(asked)
    const [target, ...others] = columns
    const found = target === undefined ? null : regressionOf(target, others)
    if (found === null) return []
    return found.terms.map(({ coefficient, error, low, high, statistic, pValue }, at) => {
      const term = at === 0 ? 'Intercept' : (asked[at]?.name ?? '')
      return [term, coefficient, error, low, high, statistic, pValue, found.r2, found.deviation, count, read]
    })
  },
}
