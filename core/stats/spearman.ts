import { chanceOfCorrelation, pearsonOf } from './pearson.ts'
import { ranksOf } from './ranks.ts'
import { ofTwo, type Statistic } from './statistic.ts'

export const spearman: Statistic = {
  title: 'Spearman rank correlation',
  reference: 'Spearman (1904): Pearson’s r of the ranks, equal values sharing theirs; p by Student’s t',
  takes: ['values', 'values'],
  compute: ofTwo((a, b) => {
    const statistic = pearsonOf(ranksOf(a), ranksOf(b))
    return statistic === null ? null : { statistic, pValue: chanceOfCorrelation(statistic, a.length) }
  }),
}
