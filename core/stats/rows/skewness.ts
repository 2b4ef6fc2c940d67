import { centralSums, mean, skewnessOf } from '../central-sums.ts'
import { medianOf } from '../median.ts'
import { knownRowsOf } from './known-rows.ts'
import { figure, type RowStatistic, shown } from './row-statistic.ts'

export const skewness: RowStatistic = {
  title: 'Skewness',
  takes: ['number'],
  fields: [figure('Skewness'), figure('Mean'), figure('Median'), shown.count, shown.read],
  compute: (asked) => {
    const { columns, count, read } = knownRowsOf(asked)
    const [values = new Float64Array(0)] = columns
    const found = skewnessOf(centralSums(values))
    return found === null ? [] : [[found, mean(values), medianOf(values.slice()), count, read]]
  },
}
