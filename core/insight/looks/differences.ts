import { formatCell } from '../../format/format-cell.ts'
import { bracketed } from '../../semantic/formula/print.ts'
import { anovaOf } from '../../stats/anova.ts'
import type { Table } from '../../table/table.ts'
import type { Finding, Look } from '../insight.ts'
import { cellsOf, numbersOf, sumOf } from '../result.ts'
import type { Figure, Grouping, Subject } from '../subject.ts'

/** Groups with fewer values are not compared. */
const fewest = 5
/** Figures of one Query: three measures each. */
const figuresAtOnce = 6

type Group = { readonly name: string; readonly count: number; readonly mean: number; readonly squares: number }

function groupsOf(table: Table, grouping: Grouping, figure: Figure): readonly Group[] {
  const [means, spreads, counts] = ['mean', 'sd', 'count'].map((part) => numbersOf(table, `${part} ${figure.column}`))
  return cellsOf(table, grouping.name).flatMap((cell, row) => {
    const [mean = Number.NaN, spread = Number.NaN, count = 0] = [means?.[row], spreads?.[row], counts?.[row]]
    if (cell === null || count < fewest || Number.isNaN(mean) || Number.isNaN(spread)) return []
    return [{ name: grouping.say(cell), count, mean, squares: spread * spread * (count - 1) }]
  })
}

/** The group that lies farthest from all others together, by what its number of rows makes of the distance. */
function farthest(groups: readonly Group[]): { readonly group: Group; readonly others: number } | null {
  const [count, sum] = [
    sumOf(groups.map((group) => group.count)),
    sumOf(groups.map((group) => group.count * group.mean)),
  ]
  const judged = groups
    .filter((group) => group.count < count)
    .map((group) => ({ group, others: (sum - group.count * group.mean) / (count - group.count) }))
  const weight = ({ group, others }: (typeof judged)[number]): number =>
    Math.abs(group.mean - others) * Math.sqrt((group.count * (count - group.count)) / count)
  return judged.toSorted((a, b) => weight(b) - weight(a))[0] ?? null
}

function judge(table: Table, subject: Subject, grouping: Grouping, figure: Figure): readonly Finding[] {
  const groups = groupsOf(table, grouping, figure)
  const tested = anovaOf(groups)
  const found = farthest(groups)
  if (!tested || !found) return []
  const { group, others } = found
  const say = (value: number): string => formatCell(value, figure.format)
  const side = group.mean > others ? 'higher' : 'lower'
  return [
    {
      kind: 'difference',
      text: `The average ${figure.label} is ${side} where ${grouping.label} is ${group.name}: ${say(group.mean)}, against ${say(others)} elsewhere.`,
      query: {
        dataset: subject.dataset,
        calculations: [...figure.calculations],
        dimensions: [grouping.dimension],
        measures: [
          { aggregate: 'mean', column: figure.column },
          { aggregate: 'count', column: figure.column },
        ],
      },
      numbers: { [group.name]: group.mean, elsewhere: others, groups: groups.length },
      pValue: tested.pValue,
      effect: Math.sqrt(tested.effect),
      about: [figure.column, grouping.name],
    },
  ]
}

const distinct = (figure: Figure, { dimension }: Grouping): boolean =>
  figure.column !== dimension.column &&
  !figure.calculations.some(({ formula }) => formula.includes(bracketed(dimension.column)))

function lookAt(subject: Subject, grouping: Grouping, figures: readonly Figure[]): Look {
  return {
    query: {
      dataset: subject.dataset,
      calculations: figures.flatMap(({ calculations }) => calculations),
      dimensions: [grouping.dimension],
      measures: figures.flatMap(({ column }) => [
        { aggregate: 'mean', column, as: `mean ${column}` },
        { aggregate: 'sd', column, as: `sd ${column}` },
        { aggregate: 'count', column, as: `count ${column}` },
      ]),
    },
    judge: (table) => figures.flatMap((figure) => judge(table, subject, grouping, figure)),
  }
}

/** Does a figure differ between groups? Analysis of variance from each group's count, mean and deviation. */
export function differences(subject: Subject): readonly Look[] {
  return subject.groupings.flatMap((grouping) => {
    const figures = subject.figures.filter((figure) => distinct(figure, grouping))
    const parts = Array.from({ length: Math.ceil(figures.length / figuresAtOnce) }, (_, part) =>
      figures.slice(part * figuresAtOnce, (part + 1) * figuresAtOnce),
    )
    return parts.map((part) => lookAt(subject, grouping, part))
  })
}
