import { fisherAbove } from './f-distribution.ts'
import { type Group, groupsOf } from './groups.ts'
import { ofTwo, type Statistic } from './statistic.ts'

/** Do the means of groups differ more than chance explains? Null for one group, or without spread within groups. */
export function anovaOf(groups: readonly Group[]) {
  const count = groups.reduce((sum, group) => sum + group.count, 0)
  const [freedomBetween, freedomWithin] = [groups.length - 1, count - groups.length]
  const within = groups.reduce((sum, { squares }) => sum + squares, 0)
  if (freedomBetween < 1 || freedomWithin < 1 || !(within > 0)) return null
  // Means are told from the first, so that a large constant in all values costs no digits.
  const origin = groups[0]?.mean ?? 0
  const centre = groups.reduce((sum, group) => sum + group.count * (group.mean - origin), 0) / count
  const between = groups.reduce((sum, group) => sum + group.count * (group.mean - origin - centre) ** 2, 0)
  const statistic = between / freedomBetween / (within / freedomWithin)
  return {
    statistic,
    pValue: fisherAbove(statistic, freedomBetween, freedomWithin),
    freedomBetween,
    freedomWithin,
    effect: between / (between + within),
  }
}

export const anova: Statistic = {
  title: 'One-way analysis of variance',
  reference: 'Fisher (1925); effect is η², the share of the variance that the categories explain',
  takes: ['values', 'categories'],
  compute: ofTwo((values, categories) => anovaOf(groupsOf(values, categories))),
}
