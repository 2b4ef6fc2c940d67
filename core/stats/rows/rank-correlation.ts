import { spearman } from '../spearman.ts'
import { knownRowsOf } from './known-rows.ts'
import { figure, type RowStatistic, shown } from './row-statistic.ts'

export const rankCorrelation: RowStatistic = {
  title: 'Spearman rank correlation',
  takes: ['number', 'number'],
  fields: [figure('Rank correlation'), shown.p, shown.count, shown.read],
  compute: (asked) => {
    const { columns, count, read } = knownRowsOf(asked)
    const found = spearman.compute(...columns)
    return found === null ? [] : [[found['statistic'] ?? null, found['pValue'] ?? null, count, read]]
  },
}
