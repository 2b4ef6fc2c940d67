import { nameOfMeasure } from '../../query/measure.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import { isMoment, type Draft } from '../compose/draft.ts'
import { impliedMeasure } from '../compose/read-measures.ts'
import { day } from '../../table/time-units.ts'
import { isoDay, startOfYear } from '../period.ts'
import type { DraftFilter, DraftGroup } from '../rules/piece.ts'
import { setAgainst } from './difference.ts'
import { dimensionOf, type Plan } from './plan.ts'

const usualTop = 10
/** Data of a year that begins within so many days of it, and ends so near its end, has that whole year. */
const leastSlack = 15 * day
/** Moments that stand further apart leave so many times their distance. */
const gapsOfSlack = 1.5

const yearOf = (moment: number): number => new Date(moment).getUTCFullYear()

/** The first and the last whole year of the moments; null where there are no two. */
function wholeYears({ range, distinct }: SemanticColumn): readonly [number, number] | null {
  if (range === null || distinct < 2) return null
  const slack = Math.max(leastSlack, ((range.max - range.min) / (distinct - 1)) * gapsOfSlack)
  const [first, last] = [yearOf(range.min), yearOf(range.max)]
  const from = range.min - startOfYear(first) <= slack ? first : first + 1
  const to = startOfYear(last + 1) - range.max <= slack ? last : last - 1
  return from < to ? [from, to] : null
}

const inYear = (column: SemanticColumn, year: number): DraftFilter => ({
  filter: {
    op: 'and',
    filters: [
      { op: 'greaterOrEqual', column: column.name, value: isoDay(startOfYear(year)) },
      { op: 'less', column: column.name, value: isoDay(startOfYear(year + 1)) },
    ],
  },
  column,
  text: `${column.label} in ${year}`,
  words: '',
  isTime: true,
})

/** `Fastest growing` is told over all that time; `grew the most` leaves open from when. */
const isOverall = ({ rank }: Draft): boolean =>
  /\b(grow|rise|gain|increas|fall|declin|shrink|drop|decreas)/i.test(rank?.words ?? '')

/** The periods between which growth is told: those named, else the first and the last whole year of the data. */
function withPeriods(draft: Draft): { readonly draft: Draft; readonly factor: number } | null {
  if (draft.periods.length === 2) return { draft, factor: 1 }
  if (!isOverall(draft)) return null
  const time = draft.model.columns.find(({ name }) => name === draft.model.timeColumn)
  const years = time && isMoment(time) && draft.periods.length === 0 ? wholeYears(time) : null
  if (time === undefined || years === null || draft.filters.some(({ isTime }) => isTime)) return null
  return { draft: { ...draft, periods: years.map((year) => inYear(time, year)) }, factor: 0.85 }
}

/** The groups that are ranked; null where growth is ranked by no groups, or by periods. */
function rankedGroups({ rank, along, groups }: Draft): readonly DraftGroup[] | null {
  const isOfGroups = groups.length > 0 && groups.every(({ column }) => column.role !== 'time')
  return rank !== null && along?.how === 'growth' && isOfGroups ? groups : null
}

/** The end that is asked for: the biggest fall is the least growth. */
function directionOf({ rank, marks }: Draft): 'ascending' | 'descending' {
  const isLeast = rank?.direction === 'ascending'
  return marks.has('fall') === isLeast ? 'descending' : 'ascending'
}

/** `which product grew the most`, `fastest growing region`: groups by how their figure grew from one period to another. */
export function rankedGrowth(draft: Draft): Plan | null {
  const groups = rankedGroups(draft)
  const told = groups && withPeriods(draft)
  const plan = told && setAgainst({ ...told.draft, measures: [draft.measures[0] ?? impliedMeasure(draft)] })
  return plan ? ranked(draft, { ...plan, factor: plan.factor * told.factor }, groups) : null
}

/** A figure of each group, with the groups at one end first. */
function ranked(draft: Draft, plan: Plan, groups: readonly DraftGroup[]): Plan | null {
  const [first] = plan.measures
  if (first === undefined) return null
  const count = draft.rank?.count ?? null
  return {
    ...plan,
    dimensions: groups.map(dimensionOf),
    sort: [{ by: nameOfMeasure(first), direction: directionOf(draft) }],
    limit: count ?? usualTop,
    asksOne: count === null && !groups.some(({ isPlural }) => isPlural),
    factor: plan.factor * (draft.measures.length === 0 ? 0.8 : 1),
  }
}
