import { day } from '../../table/time-units.ts'
import type { Filter } from '../../query/filter.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import type { Grain } from '../../semantic/vocabulary.ts'
import type { MentionOf } from '../mention.ts'
import type { DraftFilter } from '../rules/piece.ts'
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
    if (!item) continue
    const { ends } = item.meaning.period
    const isSet = draft.along?.how === 'growth' || draft.marks.has('difference') || draft.marks.has('contrast')
    for (const period of ends && isSet ? ends : [item.meaning.period])
      readPeriod(draft, at, { ...item, meaning: { kind: 'period', period } })
  }
  joinPeriods(draft)
}

type Ends = { readonly from: string; readonly to: string }

/** Both ends of a period on moments; null where it is open or of years written as numbers. */
function endsOf({ filter }: DraftFilter): Ends | null {
  if (filter.op !== 'and' || filter.filters.length !== 2) return null
  const [first, second] = filter.filters
  return first?.op === 'greaterOrEqual' && second?.op === 'less'
    ? { from: String(first.value), to: String(second.value) }
    : null
}

const isPeriod = ({ isTime, filter }: DraftFilter): boolean => isTime && (filter.op === 'and' || filter.op === 'in')

/** `2022 and 2023`, `Q4 2017 vs Q4 2016`: periods beside each other are alternatives, set against each other where so said. */
function joinPeriods(draft: Draft): void {
  const [first, ...others] = draft.filters.filter(isPeriod)
  if (first === undefined || others.length === 0 || others.some(({ column }) => column !== first.column)) return
  const periods = [first, ...others]
  draft.periods.push(...periods)
  const rest = draft.filters.filter((one) => !periods.includes(one))
  const name = `${first.column.label} `
  const text =
    name + periods.map((one) => (one.text.startsWith(name) ? one.text.slice(name.length) : one.text)).join(' or ')
  draft.filters.splice(0, draft.filters.length, ...rest, {
    filter: { op: 'or', filters: periods.map(({ filter }) => filter) },
    column: first.column,
    text,
    words: 'periods',
    isTime: true,
  })
  const isCompared = draft.marks.has('versus') || draft.marks.has('contrast')
  const grain = isCompared ? grainOf(periods) : null
  if (isCompared && grain === null) draft.marks.add('difference')
  if (grain === null || draft.marks.has('difference') || draft.along) return
  draft.marks.delete('versus')
  draft.marks.delete('contrast')
  draft.groups.push({
    column: first.column,
    grain,
    bins: null,
    words: periods.map(({ words }) => words).join(' … '),
    isSubject: false,
    isPlural: false,
  })
}

/** The grain that tells periods apart: each is one year, quarter, month or day. */
function grainOf(periods: readonly DraftFilter[]): Grain | null {
  const lengths = periods.map((one) => {
    const ends = endsOf(one)
    return ends === null ? null : Math.round((Date.parse(ends.to) - Date.parse(ends.from)) / day)
  })
  const one = (least: number, most: number): boolean =>
    lengths.every((days) => days !== null && days >= least && days <= most)
  return one(365, 366) ? 'year' : one(90, 92) ? 'quarter' : one(28, 31) ? 'month' : one(1, 1) ? 'day' : null
}
