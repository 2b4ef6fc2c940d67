import type { Filter } from '../../query/filter.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import type { MentionOf } from '../mention.ts'
import { isoDay, yearsOf, type Period } from '../period.ts'
import { assume, beyondKinds, free, isMoment, use, wordsAt, type Draft } from './draft.ts'

const allOf = (filters: readonly Filter[]): Filter | null => {
  const [first, ...others] = filters
  return first === undefined ? null : others.length === 0 ? first : { op: 'and', filters: [...filters] }
}

function onMoments(column: string, { from, to }: Period): Filter | null {
  const filters: Filter[] = []
  if (from !== null) filters.push({ op: 'greaterOrEqual', column, value: isoDay(from) })
  if (to !== null) filters.push({ op: 'less', column, value: isoDay(to) })
  return allOf(filters)
}

function onYears(column: string, period: Period): Filter | null {
  const years = yearsOf(period)
  if (years === null) return null
  if (years.from !== null && years.from === years.to) return { op: 'in', column, values: [years.from] }
  const filters: Filter[] = []
  if (years.from !== null) filters.push({ op: 'greaterOrEqual', column, value: years.from })
  if (years.to !== null) filters.push({ op: 'lessOrEqual', column, value: years.to })
  return allOf(filters)
}

/** The moments a period speaks of: a time column named just before or after it, else the dataset's own. */
function columnFor(draft: Draft, at: number): { readonly column: SemanticColumn; readonly at: number | null } | null {
  const around = [beyondKinds(draft, at, -1, ['in', 'is', 'of', 'has', 'unknown', 'entity']), at + 1]
  for (const place of around) {
    const named = free(draft, place, 'column')
    const isGroup = draft.items[place - 1]?.meaning.kind === 'per'
    if (named?.meaning.column.role === 'time' && !isGroup) return { column: named.meaning.column, at: place }
  }
  const own = draft.model.columns.find(({ name }) => name === draft.model.timeColumn)
  return own ? { column: own, at: null } : null
}

function readPeriod(draft: Draft, at: number, { meaning: { period } }: MentionOf<'period'>): void {
  const found = columnFor(draft, at)
  use(draft, at)
  if (found === null) return assume(draft, 0.3)
  const { column } = found
  const filter = isMoment(column) ? onMoments(column.name, period) : onYears(column.name, period)
  if (filter === null) return assume(draft, 0.3)
  if (found.at !== null) use(draft, found.at)
  const isNot = free(draft, at - 1, 'not')
  if (isNot) use(draft, at - 1)
  draft.filters.push({
    filter: isNot ? { op: 'not', filter } : filter,
    column,
    text: `${column.label} ${isNot ? 'not ' : ''}${period.text}`,
    words: wordsAt(draft, at),
    isTime: true,
  })
}

/** Takes stretches of time as filters on the moments they speak of. */
export function readPeriods(draft: Draft): void {
  for (const at of draft.items.keys()) {
    const item = free(draft, at, 'period')
    if (item) readPeriod(draft, at, item)
  }
}
