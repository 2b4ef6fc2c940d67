import { nameOfDimension } from '../../query/dimension.ts'
import { inSentence, labelOfMeasure } from '../../charts/labels.ts'
import { impliedMeasure } from '../compose/read-measures.ts'
import type { Draft } from '../compose/draft.ts'
import { dimensionOf, measuresOf, type Plan } from './plan.ts'

/** `rank of Texas by profit`: the place of one among all of its kind. */
export function place(draft: Draft): Plan | null {
  const { placeOf } = draft
  if (placeOf === null || placeOf === undefined) return null
  const drafted = draft.measures[0] ?? impliedMeasure(draft)
  const [measure] = measuresOf(draft, [drafted])
  if (measure === undefined) return null
  const dimension = dimensionOf({
    column: placeOf.column,
    grain: null,
    bins: null,
    words: '',
    isSubject: true,
    isPlural: false,
  })
  const direction = draft.sort?.direction ?? draft.rank?.direction ?? 'descending'
  const as = `Rank by ${inSentence(labelOfMeasure(measure, draft.model))}`
  return {
    dimensions: [dimension],
    measures: [{ ...measure, over: { window: 'rank', direction }, as }, measure],
    columns: [],
    filters: draft.filters,
    having: [{ op: 'in', column: nameOfDimension(dimension), values: [...placeOf.values] }],
    sort: [],
    limit: null,
    chart: null,
    factor: draft.measures.length === 0 ? 0.7 : 1,
  }
}
