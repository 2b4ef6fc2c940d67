import type { DraftFilter, DraftGroup, DraftHaving, DraftMeasure } from '../rules/piece.ts'
import type { ChartSpec } from '../../charts/chart.ts'
import { specOf } from '../../charts/chart-spec.ts'
import { cutsRanges, prefersOrder, serves, splitsByColour, typeFor as typeServing } from '../../charts/intent.ts'
import { plural } from '../../charts/labels.ts'
import { nameOfDimension, type Dimension } from '../../query/dimension.ts'
import type { Groups } from '../../query/groups.ts'
import { nameOfMeasure, type Measure } from '../../query/measure.ts'
import type { Comparison } from '../../query/comparison.ts'
import type { Filter, Scalar } from '../../query/filter.ts'
import type { Sort } from '../../query/query.ts'
import type { RowStatisticId } from '../../stats/rows/registry.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import { computedOf } from '../askable.ts'
import { partsOfName } from '../candidates/parts-of-name.ts'
import { flagOf, nounOf, isNumeric, type Draft } from '../compose/draft.ts'
import type { ChartWord } from '../mention.ts'

/** What a draft comes to: a Query without its dataset, and how likely it is that this shape was meant. */
export type Plan = {
  readonly dimensions: readonly Dimension[]
  readonly measures: readonly Measure[]
  readonly columns: readonly string[]
  readonly filters: readonly DraftFilter[]
  readonly sort: readonly Sort[]
  readonly limit: number | null
  readonly chart: ChartSpec | null
  readonly factor: number
  /** Which of the shapes it is. */
  readonly shape?: string
  /** Conditions on the groups beside those of the draft. */
  readonly having?: readonly Filter[]
  readonly compare?: Comparison
  /** The groups that it is over; dimensions and measures are then of these. */
  readonly groups?: Groups
  readonly statistic?: RowStatisticId
  /** Is one asked after, though others stand beside it? */
  readonly asksOne?: boolean
}

export const dimensionOf = ({ column, grain, part, bins, binWidth }: DraftGroup): Dimension => ({
  column: column.name,
  ...(part === undefined ? {} : { part }),
  ...(binWidth === undefined ? {} : { binWidth }),
  ...(grain === null ? {} : { grain }),
  ...(bins === null ? {} : { bins }),
})

/** The name of a share in a result: `Share of orders where Region is West`. */
export const nameOfShare = (whole: string, says: string): string => `Share of ${whole} where ${says}`.slice(0, 300)

/** The mean of yes and no is a rate: the part of the known ones that are yes. */
function rateOf(column: SemanticColumn, yes: Scalar, rows: string): Measure {
  return {
    aggregate: 'count',
    column: column.name,
    filter: { op: 'in', column: column.name, values: [yes] },
    share: 'group',
    as: nameOfShare(rows, `${column.label} is yes`),
  }
}

/** What a Query computes for a measure; of words for yes and no, the total is how many are yes. */
export function measureOf({ column, aggregate, asked }: DraftMeasure, rows = 'rows'): Measure {
  if (asked) return asked
  const flag = column === null ? null : flagOf(column)
  if (column === null) return { aggregate }
  if (flag && aggregate === 'mean') return rateOf(column, flag.yes, rows)
  if (flag && aggregate === 'sum' && column.type === 'text')
    return {
      aggregate: 'count',
      filter: { op: 'in', column: column.name, values: [flag.yes] },
      as: `${column.label} is yes`,
    }
  return computedOf(column, aggregate)
}

function conditionOn(column: string, { op, value }: Pick<DraftHaving, 'op' | 'value'>): Filter {
  if (typeof value !== 'number') return { op: 'against', column, is: op === 'equal' ? 'greaterOrEqual' : op, ...value }
  return op === 'equal' ? { op: 'in', column, values: [value] } : { op, column, value }
}

/** Rows that are counted in each group, by the plural that the question calls them. */
export function countNamed(drafted: DraftMeasure, made: Measure): Measure {
  const [noun] = /\p{L}+s$/iu.exec(drafted.words) ?? []
  const isCount = drafted.column === null && drafted.asked === undefined && noun !== undefined && noun !== 'times'
  return isCount ? { ...made, as: noun.charAt(0).toUpperCase() + noun.slice(1) } : made
}

/** The conditions on groups that a draft has, on result columns; and the measures that they need. */
export function havingsOf(
  draft: Draft,
  named: (drafted: DraftMeasure, made: Measure) => Measure = (_, made) => made,
): { readonly having: readonly Filter[]; readonly measures: readonly Measure[] } {
  const told = draft.havings.map((one) => ({
    ...one,
    made: named(one.measure, measureOf(one.measure, plural(nounOf(draft)))),
  }))
  return {
    having: told.map(({ made, ...condition }) => conditionOn(nameOfMeasure(made), condition)),
    measures: told.map(({ made }) => made),
  }
}

/** The measures of a draft, as a Query computes them. */
export const measuresOf = (draft: Draft, drafted: readonly DraftMeasure[]): readonly Measure[] =>
  drafted.map((measure) => measureOf(measure, plural(nounOf(draft))))

export const countOfRows: DraftMeasure = { column: null, aggregate: 'count', isSaid: false, words: '' }

/** Years and other numbers that group are read from small to large. */
const isOrdered = ({ column, bins }: DraftGroup): boolean => bins === null && isNumeric(column)

/** The order that was asked for, else numbers that group from small to large, else the Query's own. */
export function sortOf(draft: Draft, groups: readonly DraftGroup[], measures: readonly Measure[]): readonly Sort[] {
  const [group, measure] = [groups[0], measures[0]]
  if (draft.sort && draft.sort.by === 'measure' && measure) {
    return [{ by: nameOfMeasure(measure), direction: draft.sort.direction }]
  }
  if (draft.sort && group) return [{ by: nameOfDimension(dimensionOf(group)), direction: draft.sort.direction }]
  return group && isOrdered(group) ? [{ by: nameOfDimension(dimensionOf(group)), direction: 'ascending' }] : []
}

/** Along which group a line runs: the moments, else the numbers, else the first. */
const alongOf = (groups: readonly DraftGroup[]): DraftGroup | undefined =>
  groups.find(({ column }) => column.role === 'time') ?? groups.find(({ column }) => isNumeric(column)) ?? groups[0]

/** The type of chart asked for; years written as numbers make a line unless they are ranked. */
function typeFor(draft: Draft, groups: readonly DraftGroup[]): ChartWord | null {
  if (draft.chart) {
    const isUncut = cutsRanges(draft.chart.type) && groups.every(({ bins }) => bins === null)
    return isUncut ? typeServing('comparison') : draft.chart.type
  }
  const hasYears = groups.some(({ column, grain }) => column.role === 'time' && grain === null)
  return hasYears && draft.rank === null ? typeServing('trend') : null
}

/** The chart asked for, on a result of groups and measures; null lets the result choose. */
export function chartOfGroups(
  draft: Draft,
  groups: readonly DraftGroup[],
  measures: readonly Measure[],
): ChartSpec | null {
  const type = typeFor(draft, groups)
  if (type === null || serves(type, 'figure')) return null
  // One that needs groups then says so, or makes a Query that has what it needs.
  if (groups.length === 0) return specOf(type)
  // Other charts place their columns by what they are.
  if (!splitsByColour(type) && !serves(type, 'relationship')) return specOf(type)
  const nameOf = (group: DraftGroup | undefined): string | null => (group ? nameOfDimension(dimensionOf(group)) : null)
  const along = prefersOrder(type, 'x') ? alongOf(groups) : groups[0]
  const series = groups.find((group) => group !== along)
  return specOf(type, { x: nameOf(along), y: measures.map(nameOfMeasure), colour: nameOf(series) })
}

/** The columns that name the rows: the first and the last name of persons, else one. */
export function labelColumns(draft: Draft): readonly SemanticColumn[] {
  const names = partsOfName(draft.model)
  const label = labelColumn(draft)
  return names.length > 0 ? names : label ? [label] : []
}

/** The column that names the rows: a title, a person, a product. */
export function labelColumn({ model }: Draft): SemanticColumn | undefined {
  const texts = model.columns.filter(({ type, role }) => type === 'text' && role === 'dimension')
  const named = texts.filter(({ distinct }) => distinct >= model.rows * 0.9)
  return (
    named.find(({ label }) => /name|title/i.test(label)) ??
    named[0] ??
    model.columns.find(({ role, distinct }) => role === 'id' && distinct >= model.rows * 0.9)
  )
}
