import { centralSums, kurtosisOf } from './central-sums.ts'
import { ofOne, type Statistic } from './statistic.ts'

export const kurtosis: Statistic = {
  title: 'Excess kurtosis',
  reference: 'G2 of Joanes and Gill (1998), as Excel KURT, pandas and DuckDB have it',
  takes: ['values'],
  compute: ofOne((values) => {
    const statistic = kurtosisOf(centralSums(values))
    return statistic === null ? null : { statistic }
  }),
}
