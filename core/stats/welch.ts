import { type Group, groupsOf } from './groups.ts'
import { ofTwo, type Statistic } from './statistic.ts'
import { studentBeyond, studentCritical } from './student-distribution.ts'

/** The part of the squared standard error of a difference that one group adds. */
const errorOf = ({ count, squares }: Group): number => squares / (count - 1) / count

/** Cohen's d: the difference in pooled standard deviations. */
const effectOf = (a: Group, b: Group): number =>
  (a.mean - b.mean) / Math.sqrt((a.squares + b.squares) / (a.count + b.count - 2))

/** Compares the means of two groups whose variances may differ; null below two values in either, or without spread. */
export function welchOf(a: Group, b: Group) {
  if (a.count < 2 || b.count < 2) return null
  const [errorA, errorB] = [errorOf(a), errorOf(b)]
  const error = errorA + errorB
  const difference = a.mean - b.mean
  const freedom = error ** 2 / (errorA ** 2 / (a.count - 1) + errorB ** 2 / (b.count - 1))
  if (!(error > 0) || !Number.isFinite(freedom)) return null
  const statistic = difference / Math.sqrt(error)
  const reach = studentCritical(0.05, freedom) * Math.sqrt(error)
  return {
    statistic,
    pValue: studentBeyond(statistic, freedom),
    freedom,
    difference,
    low: difference - reach,
    high: difference + reach,
    effect: effectOf(a, b),
  }
}

export const welch: Statistic = {
  title: 'Welch’s t-test',
  reference: 'Welch (1947), the first category less the second; effect is Cohen’s d (1988) with the pooled deviation',
  takes: ['values', 'categories'],
  compute: ofTwo((values, categories) => {
    const [a, b, ...others] = groupsOf(values, categories)
    return a && b && others.length === 0 ? welchOf(a, b) : null
  }),
}
