import { formatExact, formatPercent } from '../../format/format-number.ts'
import { chiSquaredAbove } from '../../stats/chi-squared-distribution.ts'
import type { Table } from '../../table/table.ts'
import type { Finding, Look } from '../insight.ts'
import { cellsOf, numbersOf, sumOf } from '../result.ts'
import type { Grouping, Subject } from '../subject.ts'

/** Most cells of a table of counts, and rows expected in each on average. */
const mostCells = 400
const fewestExpected = 5
/** Rows of the cell that is told. */
const fewestTold = 10

type Cells = {
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly firsts: ReadonlyMap<string, number>
  readonly seconds: ReadonlyMap<string, number>
  readonly whole: number
}

function cellsIn(table: Table, [first, second]: readonly [Grouping, Grouping]): Cells {
  const [as, bs, rows] = [cellsOf(table, first.name), cellsOf(table, second.name), numbersOf(table, 'rows')]
  const counts = new Map<string, Map<string, number>>()
  const [firsts, seconds] = [new Map<string, number>(), new Map<string, number>()]
  for (const [row, a] of as.entries()) {
    const [b, count] = [bs[row], rows[row] ?? 0]
    if (a === null || b === null || b === undefined) continue
    const [one, other] = [first.say(a), second.say(b)]
    const line = counts.get(one) ?? new Map<string, number>()
    counts.set(one, line.set(other, count))
    firsts.set(one, (firsts.get(one) ?? 0) + count)
    seconds.set(other, (seconds.get(other) ?? 0) + count)
  }
  return { counts, firsts, seconds, whole: sumOf([...firsts.values()]) }
}

type Cell = { readonly a: string; readonly b: string; readonly count: number; readonly expected: number }

const everyCell = ({ counts, firsts, seconds, whole }: Cells): readonly Cell[] =>
  [...firsts].flatMap(([a, rowSum]) =>
    [...seconds].map(([b, columnSum]) => ({
      a,
      b,
      count: counts.get(a)?.get(b) ?? 0,
      expected: (rowSum * columnSum) / whole,
    })),
  )

const surprise = ({ count, expected }: Cell): number => (count - expected) / Math.sqrt(expected)

function judge(
  table: Table,
  subject: Subject,
  pair: readonly [Grouping, Grouping],
  query: Finding['query'],
): readonly Finding[] {
  const cells = cellsIn(table, pair)
  const [first, second] = pair
  const least = Math.min(cells.firsts.size, cells.seconds.size) - 1
  const all = everyCell(cells)
  if (least < 1 || all.length > mostCells || cells.whole / all.length < fewestExpected) return []
  const statistic = sumOf(all.map((cell) => surprise(cell) ** 2))
  const freedom = (cells.firsts.size - 1) * (cells.seconds.size - 1)
  const [top] = all.filter(({ count }) => count >= fewestTold).toSorted((a, b) => surprise(b) - surprise(a))
  if (!top) return []
  const [of, beside] = [cells.firsts.get(top.a) ?? 0, cells.seconds.get(top.b) ?? 0]
  const [share, elsewhere] = [top.count / of, (beside - top.count) / (cells.whole - of)]
  return [
    {
      kind: 'association',
      text: `Where ${first.label} is ${top.a}, ${second.label} is ${top.b} in ${formatExact(top.count)} of ${formatExact(of)} ${subject.rows} (${formatPercent(share)}), elsewhere in ${formatPercent(elsewhere)}.`,
      query,
      numbers: { count: top.count, of, share, elsewhere },
      pValue: chiSquaredAbove(statistic, freedom),
      effect: Math.sqrt(statistic / cells.whole / least),
      about: [first.name, second.name],
    },
  ]
}

/** Do two groupings go together? Chi-squared test of independence; the effect is Cramér's V. */
export function associations(subject: Subject): readonly Look[] {
  const groupings = subject.groupings.filter(({ dimension }) => dimension.part === undefined)
  return groupings.flatMap((first, at) =>
    groupings.slice(at + 1).map((second): Look => {
      const query: Finding['query'] = {
        dataset: subject.dataset,
        dimensions: [first.dimension, second.dimension],
        measures: [{ aggregate: 'count', as: 'rows' }],
      }
      return { query, judge: (table) => judge(table, subject, [first, second], query) }
    }),
  )
}
