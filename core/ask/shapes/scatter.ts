import { isUnique, type Draft } from '../compose/draft.ts'
import type { Plan } from './plan.ts'

const mostDots = 10_000

/** Two measures against each other: every row a dot, coloured by a group. */
export function scatter(draft: Draft): Plan | null {
  const isAsked = draft.chart?.type === 'scatter' || draft.marks.has('versus')
  const [y, x] = draft.measures.filter(({ column, isSaid }) => column !== null && (!isSaid || draft.chart?.type === 'scatter'))
  if (!isAsked || !x?.column || !y?.column || draft.rank !== null) return null
  if (draft.chart !== null && draft.chart.type !== 'scatter') return null
  const groups = draft.groups.filter(({ column }) => !isUnique(column, draft.model))
  const series = groups[0]?.column.name ?? null
  const names = draft.groups.filter(({ column }) => isUnique(column, draft.model)).map(({ column }) => column.name)
  return {
    dimensions: [],
    measures: [],
    columns: [...new Set([x.column.name, y.column.name, ...groups.map(({ column }) => column.name), ...names])],
    filters: draft.filters,
    sort: [],
    limit: mostDots,
    chart: { type: 'scatter', x: x.column.name, y: [y.column.name], series },
    factor: draft.measures.length > 2 ? 0.7 : 1,
  }
}
