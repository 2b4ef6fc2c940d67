import { nameOfDimension } from '../../query/dimension.ts'
import { specOf } from '../../charts/chart-spec.ts'
import { typeFor } from '../../charts/intent.ts'
import { inSentence, labelOfMeasure } from '../../charts/labels.ts'
import { impliedMeasure } from '../compose/read-measures.ts'
import type { DraftGroup } from '../rules/piece.ts'
import type { Draft } from '../compose/draft.ts'
import { dimensionOf, labelColumn, measuresOf, type Plan } from './plan.ts'

/** What is ranked within the groups: the other dimension, else what names the rows of a list. */
function itemOf(draft: Draft, outer: readonly DraftGroup[]): DraftGroup | null {
  const [item, ...more] = draft.groups.filter((group) => !outer.includes(group))
  if (more.length > 0) return null
  if (item) return item
  const column = draft.marks.has('list') ? labelColumn(draft) : undefined
  return column ? { column, grain: null, bins: null, words: '', isSubject: true, isPlural: false } : null
}

/** `top 3 products in each region`: the first of each group. */
export function withinGroups(draft: Draft): Plan | null {
  const { rank } = draft
  const outer = draft.groups.filter((group) => group.isEach && !group.isSubject)
  const item = outer.length > 0 ? itemOf(draft, outer) : null
  const [measure] = measuresOf(draft, [draft.measures[0] ?? impliedMeasure(draft)])
  if (rank === null || item === null || measure === undefined) return null
  const dimensions = [...outer, item].map(dimensionOf)
  const within = dimensions.slice(0, -1).map(nameOfDimension)
  const as = `Rank by ${inSentence(labelOfMeasure(measure, draft.model))}`
  const order = [...within, as].map((by) => ({ by, direction: 'ascending' as const }))
  return {
    dimensions,
    measures: [measure, { ...measure, over: { window: 'rank', direction: rank.direction, within }, as }],
    columns: [],
    filters: draft.filters,
    having: [{ op: 'lessOrEqual', column: as, value: rank.count ?? 1 }],
    sort: order,
    limit: null,
    chart: specOf(typeFor('rows')),
    factor: draft.measures.length === 0 && !impliedMeasure(draft).isSaid ? 0.7 : 1,
  }
}
