import type { DraftFilter, DraftMeasure } from '../rules/piece.ts'
import type { Filter } from '../../query/filter.ts'
import type { Measure } from '../../query/measure.ts'
import { inSentence, labelOfMeasure, plural } from '../../charts/labels.ts'
import { nounOf, type Draft } from '../compose/draft.ts'
import { chartOfGroups, countOfRows, dimensionOf, measureOf, nameOfShare, sortOf, type Plan } from './plan.ts'

/** Only what adds up has shares: an average becomes the total where there is one. */
function additive(measure: DraftMeasure): { readonly measure: Measure; readonly factor: number } {
  const { column, aggregate } = measure
  if (aggregate === 'sum' || aggregate === 'count' || aggregate === 'distinct')
    return { measure: measureOf(measure), factor: 1 }
  if (column?.aggregates.includes('sum')) return { measure: { aggregate: 'sum', column: column.name }, factor: 0.9 }
  return { measure: measureOf(countOfRows), factor: 0.4 }
}

const allOf = (filters: readonly DraftFilter[]): Filter | undefined => {
  const [first, ...others] = filters.map(({ filter }) => filter)
  return first && others.length > 0 ? { op: 'and', filters: [first, ...others] } : first
}

/** Which filters make the part, and which say of what whole: a period is of the whole, the last value named is the part. */
function parted(draft: Draft): {
  readonly part: readonly DraftFilter[]
  readonly whole: readonly DraftFilter[]
  readonly factor: number
} {
  const named = draft.filters.filter(({ isTime }) => !isTime)
  const periods = draft.filters.filter(({ isTime }) => isTime)
  if (named.length === 0) return { part: periods, whole: [], factor: 1 }
  if (named.length === 1) return { part: named, whole: periods, factor: 1 }
  return { part: named.slice(-1), whole: [...periods, ...named.slice(0, -1)], factor: 0.85 }
}

function byGroup(draft: Draft, measure: Measure, factor: number): Plan {
  const measures: Measure[] = [{ ...measure, share: true }]
  return {
    dimensions: draft.groups.map(dimensionOf),
    measures,
    columns: [],
    filters: draft.filters,
    sort: sortOf(draft, draft.groups, measures),
    limit: draft.rank === null ? null : (draft.rank.count ?? 1),
    chart: chartOfGroups(draft, draft.groups, measures),
    factor,
  }
}

/** What a share is of, in words: `orders`, `total sales`. */
function wholeOf(draft: Draft, measure: Measure): string {
  if (measure.column === undefined) return plural(nounOf(draft))
  return inSentence(labelOfMeasure(measure, draft.model))
}

/** The part that passes the conditions, of the whole: of all rows, or of those of each group. */
function partOfWhole(draft: Draft, measure: Measure, factor: number): Plan {
  const { part, whole, factor: likely } = parted(draft)
  const filter = allOf(part)
  const says = part.map(({ text }) => text).join(' and ')
  const measures: Measure[] = [
    filter
      ? {
          ...measure,
          filter,
          share: draft.groups.length > 0 ? 'group' : true,
          as: nameOfShare(wholeOf(draft, measure), says),
        }
      : { ...measure, share: true },
  ]
  return {
    dimensions: draft.groups.map(dimensionOf),
    measures,
    columns: [],
    filters: whole,
    sort: sortOf(draft, draft.groups, measures),
    limit: null,
    chart: chartOfGroups(draft, draft.groups, measures),
    factor: factor * likely * (filter ? 1 : 0.3) * (draft.rank === null ? 1 : 0.4),
  }
}

/** Parts of a whole: `share of sales by region`, `what percentage of passengers survived`. */
export function share(draft: Draft): Plan | null {
  if (!draft.marks.has('share')) return null
  const { measure, factor } = additive(draft.measures[0] ?? countOfRows)
  const hasPart = draft.filters.some(({ isTime }) => !isTime)
  if (draft.groups.length === 0) return partOfWhole(draft, measure, factor)
  return hasPart ? partOfWhole(draft, measure, factor * 0.9) : byGroup(draft, measure, factor)
}
