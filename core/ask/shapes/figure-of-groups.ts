import { inSentence, labelOfMeasure, plural } from '../../charts/labels.ts'
import { nameOfMeasure, type Measure } from '../../query/measure.ts'
import { capital, formatOfOperand } from '../rules/operand.ts'
import type { DraftOver } from '../rules/piece.ts'
import { nounOf, type Draft } from '../compose/draft.ts'
import { dimensionsOver, groupsOf } from './counted-groups.ts'
import { chartOfGroups, countNamed, measureOf, type Plan, sortOf } from './plan.ts'

const words = { mean: 'Average', median: 'Median', min: 'Lowest', max: 'Highest' } as const

/** A figure of the figures of each group: `average number of orders per customer`, `median daily trips`. */
export function figureOfGroups(draft: Draft): Plan | null {
  const { over } = draft
  if (!over) return null
  const isAlone = draft.measures.every(({ column }) => column === null) && draft.havings.length === 0
  if (!isAlone || draft.rank !== null) {
    draft.beyond ??= 'a figure of groups beside others'
    return null
  }
  const others = draft.groups.filter(({ column, grain }) => column !== over.group.column || grain !== over.group.grain)
  const inner = countNamed(over.measure, measureOf(over.measure))
  const groups = { ...groupsOf(over.group, others, draft), measures: [inner] }
  const measure = figureOf(over, inner, { draft, called: groups.called ?? 'group' })
  const isSpread = over.figure === 'distribution'
  const spread = { column: nameOfMeasure(inner), ...(over.measure.aggregate === 'sum' ? { bins: 20 } : {}) }
  return {
    dimensions: isSpread ? [spread, ...dimensionsOver(others)] : dimensionsOver(others),
    measures: [measure],
    columns: [],
    groups,
    filters: draft.filters,
    sort: isSpread ? [{ by: spread.column, direction: 'ascending' }] : sortOf(draft, [], [measure]),
    limit: null,
    chart: chartOfGroups(draft, [], [measure]),
    factor: 1,
  }
}

type Naming = { readonly draft: Draft; readonly called: string }

function figureOf({ figure, measure }: DraftOver, inner: Measure, { draft, called }: Naming): Measure {
  if (figure === 'distribution') return { aggregate: 'count', as: capital(plural(called)) }
  const label = inSentence(labelOfMeasure(inner, { ...draft.model, entity: nounOf(draft) }))
  const format = formatOfOperand(measure)
  return {
    aggregate: figure,
    column: nameOfMeasure(inner),
    as: `${words[figure]} ${label} per ${called}`.slice(0, 200),
    ...(format === 'number' ? {} : { format }),
  }
}
