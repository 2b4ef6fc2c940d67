/** A statistic as people ask for it; which one it is may depend on what its columns hold. */
export type StatisticWord =
  | 'skewness'
  | 'kurtosis'
  | 'normality'
  | 'spearman'
  | 'regression'
  | 'groups'
  | 'independence'
  | 'significance'
  /** A correlation of what are not two measures. */
  | 'association'

/** The words of questions for each statistic, told apart by `|`. */
export const statisticWords: readonly (readonly [phrases: string, word: StatisticWord])[] = [
  ['skewness|skewness of|skew|skew of|skewed|how skewed|is skewed|positively skewed|negatively skewed', 'skewness'],
  ['kurtosis|kurtosis of|excess kurtosis|excess kurtosis of|heavy tailed|heavy tails', 'kurtosis'],
  [
    'normally distributed|normal distribution|follow a normal distribution|follows a normal distribution|following a normal distribution|is normal|normality|normality test|normality of|test of normality|test for normality|gaussian|gaussian distribution|shapiro|shapiro wilk|shapiro wilk test|bell shaped|bell curve',
    'normality',
  ],
  [
    'spearman|spearman correlation|spearman rank correlation|rank correlation|rank correlation between|rank correlation of|spearman correlation between|spearman correlation of|spearman correlation coefficient|spearmans',
    'spearman',
  ],
  [
    'regress|regression|regression of|linear regression|linear regression of|regression line|r squared|r squared of|linear relationship between|best fitting line|least squares',
    'regression',
  ],
  [
    't test|t test of|t test for|ttest|welch|welch test|anova|anova of|one way anova|analysis of variance|significant difference in|significant difference between|significant difference|significant differences|significantly different|differ significantly|differs significantly|statistically significant difference|significantly higher|significantly lower|significantly more|significantly less|significant effect on',
    'groups',
  ],
  ['chi square|chi squared|chi square test|chi squared test|test of independence|contingency', 'independence'],
  [
    'p value|p value of|p value for|hypothesis test|significance|significance of|significant|significantly|statistically significant|statistically significantly|significant relationship between|significant relationship|significantly related|significantly related to|significant association|significant association between|significant correlation|significant correlation between|significantly correlated|significantly correlated with|significance test',
    'significance',
  ],
]
