import { ofRows } from '../askable.ts'
import { singular, wordsOfName } from '../../profile/name-words.ts'
import { takeOneNoun } from './read-noun.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import type { Mention, MentionOf } from '../mention.ts'
import type { DraftRank } from '../rules/piece.ts'
import { addGroup, addMeasure } from './add-group.ts'
import { assume, beyondKinds, free, isFlag, isMeasure, isMoment, use, wordsAt, type Draft } from './draft.ts'
import { amountLeading } from './amount-leading.ts'
import { columnOfHints } from './read-comparisons.ts'
import { isKey } from './read-measures.ts'
import { turnWorst } from './worst-end.ts'

type Rank = MentionOf<'rank'> | MentionOf<'limit'>

const hasSubject = (draft: Draft): boolean => draft.groups.some(({ isSubject }) => isSubject)

/** `region with the most customers`: what has them stands before. */
function standsAfterOwner(draft: Draft, at: number): boolean {
  const before = beyondKinds(draft, at, -1, ['has'])
  return before < at - 1 && (free(draft, before, 'column') !== null || hasSubject(draft))
}

function rankColumn(draft: Draft, at: number, column: SemanticColumn, isPlural: boolean): void {
  const words = wordsAt(draft, at)
  if (draft.groups.some((group) => group.column === column && group.isSubject)) return undefined
  if (isMoment(column) && isPlural) return addMeasure(draft, null, { aggregate: 'count', isSaid: true, words })
  if (isMeasure(column)) addMeasure(draft, column, { aggregate: column.defaultAggregate, isSaid: false, words })
  else if (hasSubject(draft) || standsAfterOwner(draft, at - 1)) {
    const isRow = isKey(draft, column) || column.role === 'time'
    addMeasure(draft, isRow ? null : column, { aggregate: isRow ? 'count' : 'distinct', isSaid: isRow, words })
    assume(draft, 0.85)
  } else addGroup(draft, column, { words, isSubject: true, isPlural })
}

function rankAggregate(draft: Draft, at: number, item: MentionOf<'aggregate'>): void {
  const place = beyondKinds(draft, at, 1, ['of'])
  const column = free(draft, place, 'column')
  if (!column || !column.meaning.column.aggregates.includes(item.meaning.aggregate)) return
  use(draft, at, place)
  addMeasure(draft, column.meaning.column, {
    aggregate: item.meaning.aggregate,
    isSaid: true,
    words: wordsAt(draft, at, place),
  })
}

function rankCount(draft: Draft, at: number): void {
  const place = beyondKinds(draft, at, 1, ['of', 'distinct'])
  const counted = free(draft, place, 'column')
  use(draft, at)
  if (
    counted &&
    !isMeasure(counted.meaning.column) &&
    (hasSubject(draft) || draft.items.some(({ meaning }) => meaning.kind === 'per'))
  ) {
    use(draft, place)
    return addMeasure(draft, counted.meaning.column, {
      aggregate: 'distinct',
      isSaid: true,
      words: wordsAt(draft, at, place),
    })
  }
  if (free(draft, place, 'entity')) use(draft, place)
  addMeasure(draft, null, { aggregate: 'count', isSaid: true, words: wordsAt(draft, at) })
}

const birthWords = new Set(['birth', 'birthdate', 'birthday', 'born', 'dob'])

/** Where there is no age, `oldest` is who was born first: the other end of the days of birth. */
function rankByBirth(draft: Draft, hints: readonly string[], words: string): boolean {
  const birth = draft.model.columns.find(
    (column) => isMoment(column) && wordsOfName(column.name).some((word) => birthWords.has(word)),
  )
  if (birth === undefined || draft.rank === null || !hints.includes('age')) return false
  const isOldest = draft.rank.direction === 'descending'
  draft.rank = { ...draft.rank, direction: isOldest ? 'ascending' : 'descending' }
  addMeasure(draft, birth, { aggregate: isOldest ? 'min' : 'max', isSaid: false, words })
  return true
}

const durations = ['duration', 'time', 'minutes', 'hours', 'seconds', 'days']

/** `slowest team`: where there is no speed, the other end of how long it takes. */
function rankByDuration(draft: Draft, hints: readonly string[], words: string): boolean {
  const column = hints.includes('speed') ? columnOfHints(draft.model, durations) : null
  if (column === null || draft.rank === null) return false
  turn(draft)
  addMeasure(draft, column, { aggregate: 'mean', isSaid: false, words })
  return true
}

function turn(draft: Draft): void {
  if (draft.rank === null) return
  draft.rank = { ...draft.rank, direction: draft.rank.direction === 'descending' ? 'ascending' : 'descending' }
}

/** `oldest open ticket`: where there is no age, the first in time. */
function rankByTime(draft: Draft, hints: readonly string[], words: string): boolean {
  const time = draft.model.columns.find(({ name }) => name === draft.model.timeColumn)
  if (time === undefined || !isMoment(time) || draft.rank === null || !hints.includes('age')) return false
  turn(draft)
  addMeasure(draft, time, { aggregate: draft.rank.direction === 'ascending' ? 'min' : 'max', isSaid: false, words })
  return true
}

/** `oldest passenger`, `most common genre`: what is measured is in the word itself. */
function rankByHints(draft: Draft, at: number, hints: readonly string[]): void {
  const words = wordsAt(draft, at)
  if (hints.includes('#rows')) return addMeasure(draft, null, { aggregate: 'count', isSaid: true, words })
  const column = columnOfHints(draft.model, hints)
  if (column === null) {
    if (rankByBirth(draft, hints, words)) return assume(draft, 0.9)
    if (rankByDuration(draft, hints, words)) return assume(draft, 0.9)
    if (rankByTime(draft, hints, words)) return assume(draft, 0.85)
    draft.unplaced.push(words)
    return assume(draft, 0.35)
  }
  assume(draft, 0.96)
  addMeasure(draft, column, { aggregate: column.defaultAggregate, isSaid: false, words })
}

/** The moments named after a rank, or after the rows that it is of: `last order date`, `when did the last trip end`. */
function namedTime(draft: Draft, next: number): { readonly time: SemanticColumn; readonly at: number } | null {
  for (const at of free(draft, next, 'entity') ? [next + 1] : [next]) {
    const named = free(draft, at, 'column')?.meaning.column
    if (named?.role === 'time') return { time: named, at }
  }
  return null
}

/** `last price`: the figure at one end of the time; false where no figure is named. */
function measuredAtEnd(
  draft: Draft,
  at: number,
  { next, time }: { readonly next: number; readonly time: SemanticColumn },
): boolean {
  const named = free(draft, next, 'column')?.meaning.column
  const measured = named && isMeasure(named) ? ofRows(named) : null
  const { rank } = draft
  if (measured === null || rank === null || rank.count !== null || !isMoment(time)) return false
  use(draft, next)
  draft.rank = null
  const aggregate = rank.direction === 'descending' ? ('last' as const) : ('first' as const)
  const asked = { aggregate, column: measured.name, by: time.name }
  draft.measures.push({ column: measured, aggregate, isSaid: true, words: wordsAt(draft, at, next), asked })
  return true
}

/** `latest orders` are rows in order of time; `latest product` is that of the last row. */
function rankRowsByTime(draft: Draft, next: number): void {
  const named = free(draft, next, 'column')
  const asksWhen = draft.items.some(({ meaning }) => meaning.kind === 'asks' && meaning.word === 'when')
  if (!named) {
    if (!asksWhen && free(draft, next, 'entity')) return void draft.marks.add('list')
    return asksWhen ? undefined : assume(draft, 0.45)
  }
  const { column, isPlural } = named.meaning
  use(draft, next)
  addGroup(draft, column, { words: wordsAt(draft, next), isSubject: true, isPlural })
  return assume(draft, 0.8)
}

/** `latest order date` is the last moment; `first 10 rows` and `latest orders` are rows in order of time. */
function rankTime(draft: Draft, at: number, item: Rank): void {
  const next = beyondKinds(draft, at, 1, ['of'])
  const named = namedTime(draft, next)
  const aggregate = item.meaning.direction === 'descending' ? 'max' : 'min'
  if (named) {
    use(draft, next, named.at)
    return addMeasure(draft, named.time, { aggregate, isSaid: true, words: wordsAt(draft, at, named.at) })
  }
  const time = draft.model.columns.find(({ name }) => name === draft.model.timeColumn)
  if (time === undefined) return assume(draft, 0.4)
  if (measuredAtEnd(draft, at, { next, time })) return undefined
  addMeasure(draft, time, { aggregate, isSaid: false, words: wordsAt(draft, at) })
  return rankRowsByTime(draft, next)
}

const isPluralAt = (draft: Draft, at: number): boolean =>
  singular(wordsAt(draft, at)) !== wordsAt(draft, at).toLowerCase()

/** Are the rows themselves ranked: by a figure of each, as `longest` and `most expensive` say? */
const isRowRanked = (draft: Draft): boolean =>
  draft.items.some(
    ({ meaning }) =>
      meaning.kind === 'rank' && meaning.of.length > 0 && !meaning.of.some((of) => /^(sales|#rows)$/.test(of)),
  )

/** `highest attrition rate`: the part that is yes; else what the column itself says. */
function rankNamed(draft: Draft, at: number, { column, isPlural }: MentionOf<'column'>['meaning']): void {
  use(draft, at)
  if (!isFlag(column) || !free(draft, at + 1, 'aggregate')) return rankColumn(draft, at, column, isPlural)
  use(draft, at + 1)
  return addMeasure(draft, column, { aggregate: 'mean', isSaid: true, words: wordsAt(draft, at, at + 1) })
}

/** `in what calendar month are most orders`: a part of time has them. */
const asksForPart = ({ items }: Draft): boolean => items.some(({ meaning }) => meaning.kind === 'part')

/** What rows are called: their kinds are ranked, or they are counted, or are the rows of a list. */
function rankEntity(draft: Draft, at: number, place: number): void {
  const names = free(draft, place, 'entity')?.meaning.names
  use(draft, place)
  if (draft.hints.length > 0) return undefined
  if (names && !isRowRanked(draft)) return rankColumn(draft, place, names, isPluralAt(draft, place))
  if (hasSubject(draft) || standsAfterOwner(draft, at) || asksForPart(draft))
    return addMeasure(draft, null, { aggregate: 'count', isSaid: true, words: wordsAt(draft, at, place) })
  draft.marks.add('list')
  return undefined
}

/** The most `urgent tickets`: what a value is said of, where the rows are named after it. */
function pastValues(draft: Draft, next: number): number {
  const past = beyondKinds(draft, next - 1, 1, ['value'])
  return free(draft, past, 'entity') ? past : next
}

/** What the rank is of, from the words after it. */
function readTarget(draft: Draft, at: number): void {
  const next = pastValues(draft, beyondKinds(draft, at, 1, ['of', 'distinct']))
  const item: Mention | undefined = draft.used.has(next) ? undefined : draft.items[next]
  switch (item?.meaning.kind) {
    case 'column':
      return rankNamed(draft, next, item.meaning)
    case 'aggregate':
      return rankAggregate(draft, next, item as MentionOf<'aggregate'>)
    case 'count':
      return rankCount(draft, next)
    case 'entity':
      return rankEntity(draft, at, next)
    default:
      return ofConditions(draft, at) ? rankRowsOf(draft, at) : assume(draft, 0.95)
  }
}

/** `most female passengers`, `who survived most`: what stands beside the rank was taken as a condition. */
const ofConditions = (draft: Draft, at: number): boolean =>
  draft.filters.some(
    ({ span, isTime }) =>
      !isTime && span && (span[0] === at + 1 || (span[1] === at - 1 && at === draft.items.length - 1)),
  )

function rankRowsOf(draft: Draft, at: number): void {
  assume(draft, 0.9)
  addMeasure(draft, null, { aggregate: 'count', isSaid: true, words: wordsAt(draft, at) })
}

/** `most common age`: each number that is known is a group of its own. */
function groupByNumbers(draft: Draft, column: SemanticColumn, words: string): void {
  draft.groups.push({ column, grain: null, bins: null, words, isSubject: true, isPlural: false })
  const filter = { op: 'not' as const, filter: { op: 'isNull' as const, column: column.name } }
  draft.filters.push({ filter, column, text: `${column.label} is not missing`, words: '', isTime: false })
}

/** A measure in the rank's own word is followed by whom it ranks: `oldest passenger`, `most common age`. */
function readRanked(draft: Draft, at: number): void {
  const next = pastValues(draft, beyondKinds(draft, at, 1, ['of']))
  const named = free(draft, next, 'column')?.meaning
  const isCounted = draft.measures.some(({ column, isSaid }) => column === null && isSaid)
  if (!named || (isMeasure(named.column) && !isCounted)) return readRankedRows(draft, next)
  use(draft, next)
  const words = wordsAt(draft, next)
  if (isMeasure(named.column)) return groupByNumbers(draft, named.column, words)
  return addGroup(draft, named.column, { words, isSubject: true, isPlural: named.isPlural })
}

/** What the rows are called: their kinds where these have names, else the rows themselves. */
function readRankedRows(draft: Draft, next: number): void {
  const names = free(draft, next, 'entity')?.meaning.names
  if (names && !isRowRanked(draft)) {
    use(draft, next)
    return addGroup(draft, names, { words: wordsAt(draft, next), isSubject: true })
  }
  if (hasSubject(draft) || !(free(draft, next, 'entity') || takeOneNoun(draft, next))) return undefined
  use(draft, next)
  // `How long was the longest trip` asks for the figure, not for the trip.
  if (draft.hints.length > 0) return undefined
  draft.marks.add('list')
  return undefined
}

/** `longest flipper`: the measure itself, where its name says what the rank is of. */
function ranksNamed(draft: Draft, at: number, hints: readonly string[]): boolean {
  const named = free(draft, beyondKinds(draft, at, 1, ['of']), 'column')?.meaning.column
  return named !== undefined && isMeasure(named) && wordsOfName(named.label).some((word) => hints.includes(word))
}

const countOf = (draft: Draft, at: number, { meaning }: Rank): number | null =>
  meaning.kind === 'limit'
    ? meaning.count
    : (amountBefore(draft, at) ?? amountAfter(draft, at) ?? amountLeading(draft, at))

function readRank(draft: Draft, at: number, item: Rank): void {
  use(draft, at)
  const { meaning } = item
  const count = countOf(draft, at, item)
  const isAfter = count !== null && draft.items[at + 1]?.meaning.kind === 'amount' && draft.used.has(at + 1)
  draft.rank = { direction: meaning.direction, count, by: 'measure', words: wordsAt(draft, at) } satisfies DraftRank
  const last = isAfter && meaning.kind === 'rank' ? at + 1 : at
  if (meaning.kind === 'rank' && meaning.isTime) return rankTime(draft, last, item)
  if (meaning.kind === 'rank' && meaning.of.length > 0 && !ranksNamed(draft, last, meaning.of)) {
    rankByHints(draft, at, meaning.of)
    return readRanked(draft, last)
  }
  readTarget(draft, last)
}

/** `hit the highest price`, `the highest price ever`: what was reached once, not on average. */
const isOnce = ({ rank, words }: Draft): boolean =>
  /^(hit|reach|record|post|peak)|record for$/i.test(rank?.words ?? '') || words.some(({ lower }) => lower === 'ever')

function takeExtreme(draft: Draft): void {
  if (!isOnce(draft)) return
  const at = draft.measures.findIndex(({ column, isSaid }) => column !== null && isMeasure(column) && !isSaid)
  const measure = draft.measures[at]
  if (measure === undefined || draft.rank === null) return
  const aggregate = draft.rank.direction === 'descending' ? ('max' as const) : ('min' as const)
  draft.measures[at] = { ...measure, aggregate, isSaid: true }
}

/** `10 highest paid`: a number right before the rank is how many. */
function amountBefore(draft: Draft, at: number): number | null {
  const amount = free(draft, at - 1, 'amount')
  const value = amount?.meaning.value ?? 0
  if (!amount || amount.meaning.of || !Number.isInteger(value) || value < 1 || value > 1000) return null
  use(draft, at - 1)
  return value
}

/** `first 10`, `oldest 5`: a number right after the rank is how many. */
function amountAfter(draft: Draft, at: number): number | null {
  const amount = free(draft, at + 1, 'amount')
  if (!amount || !Number.isInteger(amount.meaning.value) || amount.meaning.value < 1 || amount.meaning.value > 1000)
    return null
  use(draft, at + 1)
  return amount.meaning.value
}

/** `top 3 by how much they grew`: how many, where the end is known. */
function takeCount(draft: Draft, at: number, { meaning }: Rank): boolean {
  if (meaning.kind !== 'limit' || draft.rank === null || draft.rank.count !== null) return false
  use(draft, at)
  draft.rank = { ...draft.rank, count: meaning.count }
  return true
}

/** Takes the most and the least of something: `highest sales`, `top 5 products`, `oldest passenger`, `latest order`. */
export function readRanks(draft: Draft): void {
  for (const at of draft.items.keys()) {
    const item = free(draft, at, 'rank') ?? free(draft, at, 'limit')
    if (!item) continue
    if (takeCount(draft, at, item)) continue
    if (draft.rank !== null) return assume(draft, 0.5)
    readRank(draft, at, item)
    turnWorst(draft)
    takeExtreme(draft)
  }
}
