import { correlation } from './correlation.ts'
import { independence } from './independence.ts'
import { kurtosis } from './kurtosis.ts'
import { normality } from './normality.ts'
import { rankCorrelation } from './rank-correlation.ts'
import { regression } from './regression.ts'
import type { RowStatistic } from './row-statistic.ts'
import { severalGroups } from './several-groups.ts'
import { skewness } from './skewness.ts'
import { twoGroups } from './two-groups.ts'

export const rowStatisticIds = [
  'pearson',
  'spearman',
  'regression',
  'two-groups',
  'several-groups',
  'independence',
  'normality',
  'skewness',
  'kurtosis',
] as const

/** Every statistic that can stand for the rows of a Query, by id. A new one is one file and its id here. */
const rowStatistics: Readonly<Record<RowStatisticId, RowStatistic>> = {
  pearson: correlation,
  spearman: rankCorrelation,
  regression,
  'two-groups': twoGroups,
  'several-groups': severalGroups,
  independence,
  normality,
  skewness,
  kurtosis,
}

export type RowStatisticId = (typeof rowStatisticIds)[number]

/** A statistic by its id, as every one of them looks. */
export const rowStatisticOf = (id: RowStatisticId): RowStatistic => rowStatistics[id]
