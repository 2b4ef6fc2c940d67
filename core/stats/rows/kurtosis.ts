import { centralSums, kurtosisOf } from '../central-sums.ts'
import { knownRowsOf } from './known-rows.ts'
import { figure, type RowStatistic, shown } from './row-statistic.ts'

export const kurtosis: RowStatistic = {
  title: 'Excess kurtosis',
  takes: ['number'],
  fields: [figure('Excess kurtosis'), shown.count, shown.read],
  compute: (asked) => {
    const { columns, count, read } = knownRowsOf(asked)
    const [values = new Float64Array(0)] = columns
    const found = kurtosisOf(centralSums(values))
    return found === null ? [] : [[found, count, read]]
  },
}
