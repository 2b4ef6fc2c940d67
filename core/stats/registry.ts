import { anova } from './anova.ts'
import { augmentedDickeyFuller } from './augmented-dickey-fuller.ts'
import { autocorrelation } from './autocorrelation.ts'
import { chiSquared } from './chi-squared.ts'
import { correlationRatio } from './correlation-ratio.ts'
import { cramersV } from './cramers-v.ts'
import { dagostinoPearson } from './dagostino-pearson.ts'
import { kpss } from './kpss.ts'
import { kurtosis } from './kurtosis.ts'
import { linearRegression } from './linear-regression.ts'
import { mannKendall } from './mann-kendall.ts'
import { pearson } from './pearson.ts'
import { shapiroWilk } from './shapiro-wilk.ts'
import { skewness } from './skewness.ts'
import { spearman } from './spearman.ts'
import type { Statistic } from './statistic.ts'
import { welch } from './welch.ts'

/** Every statistic by id; each has a fixture of published or independently computed values. */
export const statistics = {
  skewness,
  kurtosis,
  autocorrelation,
  pearson,
  spearman,
  'linear-regression': linearRegression,
  welch,
  anova,
  'chi-squared': chiSquared,
  'cramers-v': cramersV,
  'correlation-ratio': correlationRatio,
  'dagostino-pearson': dagostinoPearson,
  'shapiro-wilk': shapiroWilk,
  'augmented-dickey-fuller': augmentedDickeyFuller,
  kpss,
  'mann-kendall': mannKendall,
} satisfies Record<string, Statistic>

export type StatisticId = keyof typeof statistics
