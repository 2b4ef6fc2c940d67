import { serves } from '../../charts/intent.ts'
import type { DraftGroup } from '../rules/piece.ts'
import { isUnique, type Draft } from '../compose/draft.ts'
import { unknownWords } from '../score.ts'
import { chartOfGroups, countOfRows, dimensionOf, measuresOf, sortOf, type Plan } from './plan.ts'

/** How much less likely it is that rows, with a value each, should be grouped by it. */
const factorOf = (draft: Draft, isCounted: boolean): number => {
  const unique = draft.groups.some(({ column }) => isUnique(column, draft.model)) && isCounted ? 0.7 : 1
  const many = draft.groups.length > 2 ? 0.7 : 1
  return unique * many * (draft.measures.length > 3 ? 0.8 : 1)
}

/** `how many different forms of government`: each group has one of what is counted, and is no group. */
const countsItself = ({ measures }: Draft, { column, isLed }: DraftGroup): boolean =>
  !isLed && measures.some((measure) => measure.aggregate === 'distinct' && measure.column === column)

/** Measures, by group where groups are named; rows are counted where nothing else is. */
export function grouping(draft: Draft): Plan | null {
  if (draft.rank !== null) return null
  const isEmpty = draft.measures.length === 0 && draft.groups.length === 0
  // `Trips on 15 March`: what the rows are, under conditions, is counted.
  if (isEmpty && (draft.noun === null || draft.filters.length === 0)) return null
  const isCounted = draft.measures.length === 0
  const measures = measuresOf(draft, isCounted ? [countOfRows] : draft.measures)
  const groups = draft.groups.filter((group) => !countsItself(draft, group))
  return {
    dimensions: groups.map(dimensionOf),
    measures,
    columns: [],
    filters: draft.filters,
    sort: sortOf(draft, groups, measures),
    limit: null,
    chart: chartOfGroups(draft, groups, measures),
    factor:
      factorOf(draft, isCounted) *
      (isCounted ? (unknownWords(draft).length > 0 ? 0.5 : 0.92) : 1) *
      (serves(draft.chart?.type, 'relationship') ? 0.8 : 1),
  }
}

/** The same with the other usual aggregate, where the question does not say which. */
export function otherAggregate(draft: Draft): Plan | null {
  const [first] = draft.measures
  if (!first?.column || first.isSaid || draft.rank !== null) return null
  const aggregate = first.aggregate === 'sum' ? ('mean' as const) : ('sum' as const)
  if (!first.column.aggregates.includes(aggregate)) return null
  const others = draft.measures.map((measure) => (measure === first ? { ...measure, aggregate } : measure))
  const plan = grouping({ ...draft, measures: others })
  return plan && { ...plan, factor: plan.factor * 0.5 }
}
