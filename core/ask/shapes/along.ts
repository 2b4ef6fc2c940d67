import type { Measure } from '../../query/measure.ts'
import { nameOfDimension } from '../../query/dimension.ts'
import { labelOfMeasure, inSentence } from '../../charts/labels.ts'
import { impliedMeasure } from '../compose/read-measures.ts'
import { isMoment, type Draft } from '../compose/draft.ts'
import type { DraftGroup } from '../rules/piece.ts'
import { difference } from './difference.ts'
import { dimensionOf, measuresOf, type Plan } from './plan.ts'
import { rankedGrowth } from './ranked-growth.ts'

/** The moments along which figures run: those grouped by, else the dataset’s own at the grain told. */
function timeOf(draft: Draft): readonly DraftGroup[] {
  const own = draft.groups.find(({ column }) => isMoment(column))
  const grain =
    draft.grain ?? own?.grain ?? (draft.along?.how === 'growth' && draft.along.to === 'previousYear' ? 'year' : null)
  if (own) return draft.groups.map((group) => (group === own ? { ...own, grain: draft.grain ?? own.grain } : group))
  const column = draft.model.columns.find(({ name }) => name === draft.model.timeColumn)
  if (!column || !isMoment(column)) return []
  const time = {
    column,
    grain: grain ?? draft.model.timeGrain ?? 'month',
    bins: null,
    words: '',
    isSubject: false,
    isPlural: false,
  }
  return [time, ...draft.groups]
}

function measureAlong(measure: Measure, draft: Draft): Measure {
  const { along } = draft
  if (along === null || along === undefined || along.how === 'growth') return measure
  const told = inSentence(labelOfMeasure(measure, draft.model))
  if (along.how === 'runningTotal')
    return { ...measure, over: { window: 'runningTotal' }, as: `Running total of ${told.replace(/^total /, '')}` }
  return {
    ...measure,
    over: { window: 'movingAverage', groups: along.groups },
    as: `Moving average of ${told} over ${along.groups}`,
  }
}

/** Of what has no two periods to be set against each other, a figure along time is known per period, and no Query ranks by it. */
function refuseRank(draft: Draft): void {
  if (draft.rank !== null && rankedGrowth(draft) === null) draft.beyond ??= 'a ranking by how figures change'
}

/** `GNP grown versus the old GNP`: no moments to run along, and no two sides either. */
function withoutMoments(draft: Draft): null {
  if (difference(draft) === null) draft.beyond ??= 'how figures change, for the data has no moments'
  return null
}

/** How surely figures along time are meant; a ranking of them is not. */
function surenessOf({ measures, rank }: Draft, isSaid: boolean): number {
  if (measures.length === 0 && !isSaid) return 0.7
  return rank === null ? 1 : 0.3
}

/** Running totals, moving averages, and growth from one period to the next. */
export function along(draft: Draft): Plan | null {
  if (draft.along === null || draft.along === undefined) return null
  refuseRank(draft)
  const groups = timeOf(draft)
  if (groups.length === 0) return withoutMoments(draft)
  const drafted = draft.measures.length > 0 ? draft.measures : [impliedMeasure(draft)]
  const measures = measuresOf(draft, drafted).map((measure) => measureAlong(measure, draft))
  const dimensions = groups.map(dimensionOf)
  const [first] = dimensions
  const time = groups.find(({ column }) => isMoment(column))
  return {
    dimensions,
    measures,
    columns: [],
    filters: draft.filters,
    sort: first ? [{ by: nameOfDimension(first), direction: 'ascending' }] : [],
    limit: null,
    chart: null,
    factor: surenessOf(draft, impliedMeasure(draft).isSaid),
    ...(draft.along.how === 'growth' && time ? { compare: { to: draft.along.to, column: time.column.name } } : {}),
  }
}
