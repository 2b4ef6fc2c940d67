import { welchOf } from '../welch.ts'
import { knownRowsOf } from './known-rows.ts'
import { namedGroupsOf } from './named-groups.ts'
import { figure, type RowStatistic, shown, wordOf } from './row-statistic.ts'

export const twoGroups: RowStatistic = {
  title: 'Welch’s t-test',
  takes: ['number', 'category'],
  fields: [
    figure('Difference'),
    shown.low,
    shown.high,
    figure('t'),
    shown.freedom,
    shown.p,
    figure('Effect size d'),
    wordOf('Higher'),
    figure('Higher mean'),
    wordOf('Lower'),
    figure('Lower mean'),
    shown.count,
    shown.read,
  ],
  compute: (asked) => {
    const rows = knownRowsOf(asked)
    const [higher, lower, ...others] = namedGroupsOf(rows)
    const found = higher && lower && others.length === 0 ? welchOf(higher, lower) : null
    if (!higher || !lower || found === null) return []
    const { difference, low, high, statistic, freedom, pValue, effect } = found
    const groups = [higher.name, higher.mean, lower.name, lower.mean]
    return [[difference, low, high, statistic, freedom, pValue, effect, ...groups, rows.count, rows.read]]
  },
}
