import { boundsOfCorrelation, chanceOfCorrelation, pearsonOf } from '../pearson.ts'
import { knownRowsOf } from './known-rows.ts'
import { figure, type RowStatistic, shown } from './row-statistic.ts'

const none = new Float64Array(0)

export const correlation: RowStatistic = {
  title: 'Pearson correlation',
  takes: ['number', 'number'],
  fields: [figure('Correlation'), shown.low, shown.high, shown.p, shown.count, shown.read],
  compute: (asked) => {
    const { columns, count, read } = knownRowsOf(asked)
    const [a = none, b = none] = columns
    const r = pearsonOf(a, b)
    if (r === null) return []
    const { low, high } = boundsOfCorrelation(r, count)
    return [[r, low, high, chanceOfCorrelation(r, count), count, read]]
  },
}
