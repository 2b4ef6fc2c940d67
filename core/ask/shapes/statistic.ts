import { specOf } from '../../charts/chart-spec.ts'
import { typeFor } from '../../charts/intent.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import type { Draft } from '../compose/draft.ts'
import type { DraftFilter, DraftGroup, Side } from '../rules/piece.ts'
import { countOfRows, dimensionOf, measureOf, type Plan } from './plan.ts'
import { mostDots } from './scatter.ts'

/** Two that are set against each other are the only ones that are compared. */
function sidesAsFilter([a, b]: readonly [Side, Side], column: SemanticColumn): DraftFilter {
  const filter = { op: 'or' as const, filters: [a.filter, b.filter] }
  return { filter, column, text: `${a.text} or ${b.text}`, words: '', isTime: false }
}

function filtersOf({ filters, sides, statistic }: Draft): readonly DraftFilter[] {
  const column = statistic?.columns.at(-1)
  return sides && column ? [...filters, sidesAsFilter(sides, column)] : filters
}

const nothing = { dimensions: [], measures: [], columns: [], sort: [], limit: null, chart: null, factor: 1 }

/** A statistic of the rows, as a table of its figures. */
export function statistic(draft: Draft): Plan | null {
  if (draft.statistic === null) return null
  const { id, columns } = draft.statistic
  const chart = specOf(typeFor('rows'))
  return { ...nothing, columns: columns.map(({ name }) => name), statistic: id, filters: filtersOf(draft), chart }
}

const usualBins = 20
const groupOf = (column: SemanticColumn, bins: number | null): DraftGroup => ({
  column,
  grain: null,
  bins,
  words: '',
  isSubject: false,
  isPlural: false,
})

/** What shows by eye what the statistic says: every row as a dot, the spread of values, or groups side by side. */
export function statisticPicture(draft: Draft): Plan | null {
  const { id, columns } = draft.statistic ?? {}
  const [first, second] = columns ?? []
  if (id === undefined || first === undefined) return null
  const plan = { ...nothing, filters: filtersOf(draft), factor: 0.6 }
  if (second === undefined)
    return { ...plan, dimensions: [dimensionOf(groupOf(first, usualBins))], measures: [measureOf(countOfRows)] }
  if (id === 'independence')
    return {
      ...plan,
      dimensions: [first, second].map((column) => dimensionOf(groupOf(column, null))),
      measures: [measureOf(countOfRows)],
    }
  if (id === 'two-groups' || id === 'several-groups')
    return {
      ...plan,
      dimensions: [dimensionOf(groupOf(second, null))],
      measures: [measureOf({ column: first, aggregate: 'mean', isSaid: false, words: '' })],
    }
  const chart = specOf(typeFor('relationship'), { x: second.name, y: first.name })
  return { ...plan, columns: [second.name, first.name], limit: mostDots, chart }
}
