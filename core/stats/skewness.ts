import { centralSums, skewnessOf } from './central-sums.ts'
import { ofOne, type Statistic } from './statistic.ts'

export const skewness: Statistic = {
  title: 'Skewness',
  reference: 'G1 of Joanes and Gill (1998), as Excel SKEW, pandas and DuckDB have it',
  takes: ['values'],
  compute: ofOne((values) => {
    const statistic = skewnessOf(centralSums(values))
    return statistic === null ? null : { statistic }
  }),
}
