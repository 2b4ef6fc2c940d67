import { formatExact, formatPercent } from '../../format/format-number.ts'
import { chiSquaredAbove } from '../../stats/chi-squared-distribution.ts'
import type { Table } from '../../table/table.ts'
import type { Finding, Look } from '../insight.ts'
import { cellsOf, numbersOf, sumOf } from '../result.ts'
import type { Grouping, Subject } from '../subject.ts'

/** Of two groups one always has more: that a flag is mostly no is nothing to see. */
const fewestGroups = 3
/** Rows that an even spread would give each group, at least. */
const fewestExpected = 5

function judge(table: Table, subject: Subject, grouping: Grouping, query: Finding['query']): readonly Finding[] {
  const counts = numbersOf(table, 'rows')
  const groups = cellsOf(table, grouping.name).flatMap((cell, row) =>
    cell === null ? [] : [{ name: grouping.say(cell), count: counts[row] ?? 0 }],
  )
  const whole = sumOf(groups.map(({ count }) => count))
  const expected = whole / groups.length
  const [most] = groups.toSorted((a, b) => b.count - a.count)
  if (!most || groups.length < fewestGroups || expected < fewestExpected) return []
  const statistic = sumOf(groups.map(({ count }) => (count - expected) ** 2 / expected))
  const [share, even] = [most.count / whole, 1 / groups.length]
  return [
    {
      kind: 'concentration',
      text: `The most frequent ${grouping.label} is ${most.name}: ${formatExact(most.count)} of ${formatExact(whole)} ${subject.rows} (${formatPercent(share)}).`,
      query,
      numbers: { [most.name]: most.count, whole, share },
      pValue: chiSquaredAbove(statistic, groups.length - 1),
      effect: (share - even) / (1 - even),
      about: [grouping.name],
    },
  ]
}

/** Do rows gather in one group? Chi-squared test against an even spread; parts of time are not asked. */
export const concentrations = (subject: Subject): readonly Look[] =>
  subject.groupings
    .filter(({ dimension }) => dimension.part === undefined)
    .map((grouping) => {
      const query: Finding['query'] = {
        dataset: subject.dataset,
        dimensions: [grouping.dimension],
        measures: [{ aggregate: 'count', as: 'rows' }],
      }
      return { query, judge: (table: Table) => judge(table, subject, grouping, query) }
    })
