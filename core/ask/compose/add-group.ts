import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import { grainOfSpan } from '../../semantic/time-column.ts'
import type { DatePart, Grain } from '../../semantic/vocabulary.ts'
import type { DraftGroup } from '../rules/piece.ts'
import { isMeasure, isMoment, type Draft } from './draft.ts'

/** More groups than this of a measured number are cut into bins. */
const mostNumbers = 30
const usualBins = 10

/** The grain at which a column of moments is readable. */
function usualGrain(column: SemanticColumn, model: SemanticModel): Grain {
  if (column.name === model.timeColumn && model.timeGrain) return model.timeGrain
  if (column.range === null) return 'month'
  const grain = grainOfSpan(column.range.min, column.range.max, column.distinct)
  return grain === 'hour' && column.type === 'date' ? 'day' : grain
}

type How = {
  readonly words: string
  readonly isSubject?: boolean
  readonly isPlural?: boolean
  readonly grain?: Grain
  readonly part?: DatePart
  readonly isEach?: boolean
  readonly isLed?: boolean
}

/** How a column's values are cut: moments by grain or part, numbers by bins as wide as was said, or usual ones. */
function cutOf(
  draft: Draft,
  column: SemanticColumn,
  { grain, part }: How,
): Pick<DraftGroup, 'grain' | 'part' | 'bins' | 'binWidth'> {
  if (part !== undefined) return { grain: null, part, bins: null }
  if (isMoment(column)) return { grain: grain ?? usualGrain(column, draft.model), bins: null }
  if (!isMeasure(column)) return { grain: null, bins: null }
  if (draft.width !== null) return { grain: null, bins: null, binWidth: draft.width }
  return { grain: null, bins: column.distinct > mostNumbers ? usualBins : null }
}

/** Groups by a column once: moments by grain, measured numbers with many values by bins. */
export function addGroup(draft: Draft, column: SemanticColumn, how: How): void {
  const { words, isSubject = false, isPlural = false, grain, part, isLed, isEach } = how
  const known = draft.groups.findIndex((group) => group.column === column && group.part === part)
  const led = { ...(isLed ? { isLed } : {}), ...(isEach ? { isEach } : {}) }
  const group = { column, ...cutOf(draft, column, how), ...led, words, isSubject, isPlural }
  if (known === -1) draft.groups.push(group)
  else if (grain !== undefined)
    draft.groups[known] = { ...group, isSubject: isSubject || (draft.groups[known]?.isSubject ?? false) }
}

/** Measures a column once. */
export function addMeasure(
  draft: Draft,
  column: SemanticColumn | null,
  measure: { readonly aggregate: SemanticColumn['defaultAggregate']; readonly isSaid: boolean; readonly words: string },
): void {
  const isKnown = draft.measures.some((each) => each.column === column && each.aggregate === measure.aggregate)
  if (!isKnown) draft.measures.push({ column, ...measure })
}
