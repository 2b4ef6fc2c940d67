import { cutsRanges } from '../../charts/intent.ts'
import type { DraftGroup } from '../rules/piece.ts'
import { isMeasure, type Draft } from '../compose/draft.ts'
import { chartOfGroups, countOfRows, dimensionOf, measureOf, sortOf, type Plan } from './plan.ts'

const usualBins = 20
/** As many different whole numbers stand side by side as bars of their own. */
const fewNumbers = 12

function binned(draft: Draft): DraftGroup | null {
  const measured = draft.measures.find(({ column, isSaid }) => column !== null && isMeasure(column) && !isSaid)
  if (!measured?.column) return null
  const { column, words } = measured
  if (draft.width !== null)
    return { column, grain: null, bins: null, binWidth: draft.width, words, isSubject: false, isPlural: false }
  const isFew = column.type === 'integer' && column.distinct <= fewNumbers
  return { column, grain: null, bins: isFew ? null : usualBins, words, isSubject: false, isPlural: false }
}

/** `Distribution of pizzas per order`: of a figure of each, which one Query does not cut again. */
function refuseFigures(draft: Draft): void {
  if (draft.marks.has('distribution') && draft.measures.some(({ asked }) => asked?.aggregate === 'formula'))
    draft.beyond ??= 'the distribution of a figure of each group'
}

/** How the values of one column are spread: numbers by bins, everything else by value. */
export function distribution(draft: Draft): Plan | null {
  refuseFigures(draft)
  const isAsked = draft.marks.has('distribution') || draft.width !== null || cutsRanges(draft.chart?.type)
  if (!isAsked || draft.rank !== null || draft.measures.some(({ isSaid, column }) => isSaid && column !== null))
    return null
  const spread = binned(draft)
  const groups = spread
    ? [spread, ...draft.groups]
    : draft.groups.map((group) => ({ ...group, bins: group.bins === null ? null : usualBins }))
  if (groups.length === 0) return null
  const measures = [measureOf(countOfRows)]
  return {
    dimensions: groups.map(dimensionOf),
    measures,
    columns: [],
    filters: draft.filters,
    sort: sortOf({ ...draft, chart: null }, groups, measures),
    limit: null,
    chart: draft.chart === null ? null : chartOfGroups(draft, groups, measures),
    factor: groups.length > 2 ? 0.7 : 1,
  }
}
