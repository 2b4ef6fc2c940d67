import { anovaOf } from '../anova.ts'
import { knownRowsOf } from './known-rows.ts'
import { namedGroupsOf } from './named-groups.ts'
import { countOf, figure, type RowStatistic, shown, wordOf } from './row-statistic.ts'

export const severalGroups: RowStatistic = {
  title: 'One-way analysis of variance',
  takes: ['number', 'category'],
  fields: [
    figure('F'),
    countOf('Degrees of freedom between'),
    countOf('Degrees of freedom within'),
    shown.p,
    figure('Effect size η²'),
    countOf('Groups'),
    wordOf('Highest'),
    figure('Highest mean'),
    wordOf('Lowest'),
    figure('Lowest mean'),
    shown.count,
    shown.read,
  ],
  compute: (asked) => {
    const rows = knownRowsOf(asked)
    const groups = namedGroupsOf(rows)
    const [highest, lowest, found] = [groups[0], groups.at(-1), anovaOf(groups)]
    if (!highest || !lowest || found === null) return []
    const { statistic, freedomBetween, freedomWithin, pValue, effect } = found
    const ends = [highest.name, highest.mean, lowest.name, lowest.mean]
    return [[statistic, freedomBetween, freedomWithin, pValue, effect, groups.length, ...ends, rows.count, rows.read]]
  },
}
