import type { Kind } from '../mention.ts'
import { addGroup, addMeasure } from './add-group.ts'
import { assume, free, isMeasure, use, wordsAt, type Draft } from './draft.ts'

/** Columns named and not yet placed: numbers are measured, the others group. */
export function readRest(draft: Draft): void {
  for (const at of draft.items.keys()) {
    const item = free(draft, at, 'column')
    if (!item) continue
    use(draft, at)
    const { column, isPlural } = item.meaning
    const words = wordsAt(draft, at)
    if (isMeasure(column)) addMeasure(draft, column, { aggregate: column.defaultAggregate, isSaid: false, words })
    else addGroup(draft, column, { words, isPlural })
  }
}

/** How much less likely a reading is that leaves such a thing unread. */
const losses: Partial<Record<Kind, number>> = {
  amount: 0.35,
  compare: 0.3,
  between: 0.3,
  not: 0.35,
  rank: 0.4,
  limit: 0.4,
  distinct: 0.6,
  aggregate: 0.6,
  missing: 0.3,
  grain: 0.45,
  or: 0.9,
}

/** Counts against the reading whatever of the question it has no place for. */
export function weighLeftovers(draft: Draft): void {
  for (const [at, { meaning }] of draft.items.entries()) {
    if (!draft.used.has(at)) assume(draft, losses[meaning.kind] ?? 1)
  }
}
