import { chiSquared } from '../chi-squared.ts'
import { knownRowsOf } from './known-rows.ts'
import { countOf, figure, type RowStatistic, shown } from './row-statistic.ts'

export const independence: RowStatistic = {
  title: 'Chi-squared test of independence',
  takes: ['category', 'category'],
  fields: [
    figure('χ²'),
    countOf('Degrees of freedom'),
    shown.p,
    figure('Effect size V'),
    countOf('Cells expected below 5'),
    shown.count,
    shown.read,
  ],
  compute: (asked) => {
    const { columns, count, read } = knownRowsOf(asked)
    const found = chiSquared.compute(...columns)
    if (found === null) return []
    const { statistic = null, freedom = null, pValue = null, effect = null, few = null } = found
    return [[statistic, freedom, pValue, effect, few, count, read]]
  },
}
