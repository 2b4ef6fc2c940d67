import type { DraftFilter, DraftMeasure } from '../rules/piece.ts'
import { computedOf } from '../askable.ts'
import { nameOfMeasure, type Measure } from '../../query/measure.ts'
import { rankingMeasure } from '../compose/read-measures.ts'
import { isMeasure, type Draft } from '../compose/draft.ts'
import { chartOfGroups, countOfRows, dimensionOf, measuresOf, type Plan } from './plan.ts'

const usualTop = 10

/** The extreme of a measure itself: `the highest fare`, `the lowest price per region`. */
function extreme(draft: Draft, measure: DraftMeasure): Plan | null {
  if (draft.rank === null || measure.column === null || (!isMeasure(measure.column) && measure.column.role !== 'time'))
    return null
  const aggregate = draft.rank.direction === 'descending' ? ('max' as const) : ('min' as const)
  const isMoment = measure.isSaid && (measure.aggregate === 'max' || measure.aggregate === 'min')
  const measures: Measure[] = [computedOf(measure.column, isMoment ? measure.aggregate : aggregate)]
  return {
    dimensions: draft.groups.map(dimensionOf),
    measures,
    columns: [],
    filters: draft.filters,
    sort: [],
    limit: null,
    chart: chartOfGroups(draft, draft.groups, measures),
    // One extreme is not `the top 5`.
    factor: (measure.isSaid && !isMoment ? 0.35 : 1) * (draft.rank.count === null ? 1 : 0.3),
  }
}

/** What the groups are ranked by: what was named, else what the data is mainly about. */
function rankedBy(draft: Draft): { readonly measures: readonly DraftMeasure[]; readonly factor: number } {
  if (draft.measures.length > 0) return { measures: draft.measures, factor: draft.measures.length > 2 ? 0.8 : 1 }
  const main = rankingMeasure(draft)
  if (main === undefined) {
    if (draft.model.columns.some(isMeasure)) draft.openFigure = { words: draft.rank?.words ?? '', lead: 'by' }
    return { measures: [countOfRows], factor: 0.7 }
  }
  return { measures: [{ column: main, aggregate: main.defaultAggregate, isSaid: false, words: '' }], factor: 0.62 }
}

/** How many to keep, and how surely: the others stand beside the one that is asked after. */
function keptOf({ groups, rank }: Draft): { readonly limit: number; readonly factor: number } {
  const subjects = groups.filter(({ isSubject }) => isSubject)
  const isMany = subjects.some(({ isPlural }) => isPlural)
  const isNested = subjects.length > 0 && subjects.length < groups.length
  const count = rank?.count ?? null
  return {
    limit: count ?? usualTop,
    factor: (isNested ? 0.4 : 1) * (isMany && count === null ? 0.93 : 1),
  }
}

/** `the highest salary per department`: the extreme of each, not the one with the most. */
const asksEach = ({ groups, marks, rank }: Draft, first: DraftMeasure): boolean =>
  marks.has('perEach') && !first.isSaid && rank?.count === null && !groups.some(({ isSubject }) => isSubject)

/** What is not known is no group that could come first: `most common title`. */
const knownOnly = ({ groups, filters }: Draft): readonly DraftFilter[] =>
  groups
    .filter(({ column }) => column.nulls > 0 && !filters.some((filter) => filter.column === column))
    .map(({ column }) => ({
      filter: { op: 'not', filter: { op: 'isNull', column: column.name } },
      column,
      text: `${column.label} is not missing`,
      words: '',
      isTime: false,
    }))

/** The groups at one end of a measure: `top 5 products by sales`, `which region has the lowest profit`. */
export function ranking(draft: Draft): Plan | null {
  const { rank } = draft
  if (rank === null) return null
  const { measures: drafted, factor } = rankedBy(draft)
  const [first] = drafted
  if (first === undefined) return null
  if (draft.groups.length === 0 || asksEach(draft, first)) return extreme(draft, first)
  const measures = measuresOf(draft, drafted)
  const kept = keptOf(draft)
  return {
    dimensions: draft.groups.map(dimensionOf),
    measures,
    columns: [],
    filters: [...draft.filters, ...knownOnly(draft)],
    sort: measures.slice(0, 1).map((measure) => ({ by: nameOfMeasure(measure), direction: rank.direction })),
    limit: kept.limit,
    asksOne: rank.count === null && !draft.groups.some(({ isPlural }) => isPlural),
    chart: chartOfGroups(draft, draft.groups, measures),
    factor: factor * kept.factor,
  }
}

/** The same words as the extreme of each group: `highest salary by department`, read the other way. */
export function extremeOfGroups(draft: Draft): Plan | null {
  const [first] = draft.measures
  const isOpen =
    draft.rank !== null && draft.rank.count === null && draft.groups.length > 0 && first?.column && !first.isSaid
  if (!isOpen || draft.groups.some(({ isSubject }) => isSubject)) return null
  const plan = extreme(draft, first)
  return plan && { ...plan, factor: 0.55 }
}

/** `which symbol had the highest price`: by its one highest, rather than by its average. */
export function rankingByExtreme(draft: Draft): Plan | null {
  const { rank } = draft
  const [first, ...others] = draft.measures
  if (rank === null || !first?.column || others.length > 0) return null
  const isOpen = !first.isSaid && first.aggregate === 'mean' && draft.groups.some(({ isSubject }) => isSubject)
  const aggregate = rank.direction === 'descending' ? ('max' as const) : ('min' as const)
  const plan = isOpen ? ranking({ ...draft, measures: [{ ...first, aggregate, isSaid: true }] }) : null
  return plan && { ...plan, factor: plan.factor * 0.6 }
}
