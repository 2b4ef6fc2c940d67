import { specOf } from '../../charts/chart-spec.ts'
import { serves, typeFor } from '../../charts/intent.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import { isUnique, type Draft } from '../compose/draft.ts'
import type { Plan } from './plan.ts'

/** More rows than this are not drawn one by one. */
export const mostDots = 10_000

/** The two measures set against each other: y and x. */
function pairOf(draft: Draft): readonly [SemanticColumn, SemanticColumn] | null {
  const isScatter = serves(draft.chart?.type, 'relationship')
  const isAsked = isScatter || ((draft.marks.has('versus') || draft.marks.has('correlate')) && draft.chart === null)
  if (!isAsked || draft.rank !== null) return null
  const [y, x] = draft.measures.flatMap(({ column, isSaid }) =>
    column !== null && (!isSaid || isScatter) ? [column] : [],
  )
  return x && y ? [y, x] : null
}

/** Two measures against each other: every row a dot, coloured by a group. */
export function scatter(draft: Draft): Plan | null {
  const pair = pairOf(draft)
  if (pair === null) return null
  const [y, x] = pair
  const groups = draft.groups.filter(({ column }) => !isUnique(column, draft.model)).map(({ column }) => column.name)
  return {
    dimensions: [],
    measures: [],
    columns: [...new Set([x.name, y.name, ...groups])],
    filters: draft.filters,
    sort: [],
    limit: mostDots,
    chart: specOf(draft.chart?.type ?? typeFor('relationship'), { x: x.name, y: y.name, colour: groups[0] }),
    factor: draft.measures.length > 2 ? 0.7 : 1,
  }
}
