import { serves } from '../../charts/intent.ts'
import { singular } from '../../profile/name-words.ts'
import { hourOfClock } from '../candidates/clock-times.ts'
import { isKey } from './read-measures.ts'
import { takeOneNoun } from './read-noun.ts'
import { addGroup, addMeasure } from './add-group.ts'
import { groupByGrain } from './group-by-grain.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import type { DatePart } from '../../semantic/vocabulary.ts'
import { assume, beyondKinds, free, isMeasure, isMoment, isNumeric, use, wordsAt, type Draft } from './draft.ts'

const hasSubject = (draft: Draft): boolean => draft.groups.some(({ isSubject }) => isSubject)

const namesOtherMeasure = (draft: Draft, at: number, own: SemanticColumn): boolean =>
  draft.items.some(
    ({ meaning }, place) =>
      place !== at && meaning.kind === 'column' && meaning.column !== own && isMeasure(meaning.column),
  )

const isAggregated = (draft: Draft): boolean =>
  draft.items.some(({ meaning }) => meaning.kind === 'aggregate' || meaning.kind === 'count')

/** `top products by sales`, `scatter of weight by power`, `sorted by price`: the number after `by` is measured, not grouped. */
function isMeasured(draft: Draft, at: number, column: SemanticColumn): boolean {
  if (hasSubject(draft) || draft.rank !== null || draft.sort?.by === 'measure') return true
  if (serves(draft.chart?.type, 'relationship') || draft.marks.has('versus')) return true
  return namesOtherMeasure(draft, at, column) && !isAggregated(draft)
}

const asksCount = (draft: Draft): boolean => draft.items.some(({ meaning }) => meaning.kind === 'count')

/** One column after `by`; false where there is none to group by. */
function takeColumn(draft: Draft, at: number, isEach = false): boolean {
  const item = free(draft, at, 'column')
  if (!item) return false
  const { column, isPlural } = item.meaning
  if (isMeasure(column) && isMeasured(draft, at, column)) {
    if (draft.rank === null && !hasSubject(draft) && draft.sort === null) draft.marks.add('versus')
    return false
  }
  use(draft, at)
  // `The number of fares paid by passengers`, where each row is one: each would count itself.
  if (isPlural && !isEach && asksCount(draft) && isKey(draft, column)) return true
  addGroup(draft, column, { words: wordsAt(draft, at), isPlural, isEach, isLed: true })
  return true
}

function takeGrain(draft: Draft, at: number): boolean {
  const item = free(draft, at, 'grain')
  return item ? groupByGrain(draft, at, item.meaning.grain) : false
}

/** `average sales per order`: a total over a count, which no one aggregate is. */
function averagesEach(draft: Draft, at: number): boolean {
  const item = free(draft, at, 'column')
  if (!item || item.meaning.isPlural || item.meaning.column.role !== 'id') return false
  return draft.items.some(({ meaning }) => meaning.kind === 'aggregate' && meaning.aggregate === 'mean')
}

/** `by number of cylinders` groups by the cylinders; `by number of orders` does not. */
function takesCount(draft: Draft, at: number, next: number): boolean {
  const counts = [...draft.items.keys()].slice(at + 1, next).filter((place) => free(draft, place, 'count') !== null)
  const column = free(draft, next, 'column')?.meaning.column
  const isNumber = column !== undefined && isNumeric(column) && draft.rank === null && draft.sort === null
  if (counts.length > 0 && isNumber) use(draft, ...counts)
  return counts.length === 0 || isNumber
}

/** `per order`, where each row is an order. */
function isOneEntity(draft: Draft, at: number): boolean {
  const item = draft.items[at]
  const word = draft.words[item?.from ?? -1]?.lower ?? ''
  return item?.meaning.kind === 'entity' && singular(word) === word
}

const isEachOf = (draft: Draft, at: number): boolean => /each|every|\bper\b|\bby\b|within/i.test(wordsAt(draft, at))

/** What follows `per` and is no column: one row, or nothing known. */
function weighNoun(draft: Draft, at: number, next: number): void {
  const entity = free(draft, next - 1, 'entity')
  if (isEachOf(draft, at) && entity?.meaning.names) {
    use(draft, next - 1)
    return addGroup(draft, entity.meaning.names, { words: wordsAt(draft, next - 1), isEach: true, isLed: true })
  }
  const isPer = /^(per|for each|for every)$/i.test(wordsAt(draft, at))
  if (isPer && (takeOneNoun(draft, next) || isOneEntity(draft, next - 1))) draft.marks.add('perRow')
  else if (draft.items[next]?.meaning.kind === 'unknown') assume(draft, 0.45)
  if (averagesEach(draft, next)) draft.beyond ??= `an average per ${wordsAt(draft, next)}`
}

/** `in each of Florida, Georgia and Ohio`: the values that are kept are the groups. */
function groupByValues(draft: Draft, at: number, isEach: boolean): void {
  const item = draft.items[at]
  if (!isEach || item?.meaning.kind !== 'value') return
  addGroup(draft, item.meaning.column, { words: wordsAt(draft, at), isEach: true, isLed: true })
}

/** `fare paid by the passengers`: who does it, and not what is grouped by. */
function isDoneBy(draft: Draft, at: number): boolean {
  const word = draft.words[(draft.items[at]?.from ?? 0) - 1]?.lower ?? ''
  return word.endsWith('ed') || /^(paid|made|bought|sold|held|taken|given|sent|won)$/.test(word)
}

/** `top 3 titles by number of loans`, `by loans`: what is ranked is ranked by how many rows it has. */
function ranksByRows(draft: Draft, at: number, entity: number): boolean {
  if (draft.rank === null || !hasSubject(draft) || draft.measures.length > 0) return false
  const counts = [...draft.items.keys()].slice(at, entity).filter((place) => free(draft, place, 'count') !== null)
  use(draft, ...counts, entity)
  addMeasure(draft, null, { aggregate: 'count', isSaid: true, words: wordsAt(draft, at, entity) })
  return true
}

/** The columns after `by`, joined by `and` or commas; words that nothing is grouped by are not passed over. */
function readPer(draft: Draft, at: number): void {
  use(draft, at)
  const before = draft.groups.length
  takeGroups(draft, at)
  const next = beyondKinds(draft, at, 1, ['of', 'in', 'distinct', 'axis', 'count', 'per'])
  const isIdle = draft.groups.length === before && !draft.marks.has('perRow') && free(draft, next, 'entity') !== null
  if (!isIdle || !/^(by|broken down by|split by|grouped by)$/i.test(wordsAt(draft, at)) || isDoneBy(draft, at)) return
  if (ranksByRows(draft, at, next)) return
  draft.unplaced.push(wordsAt(draft, at, next))
  assume(draft, 0.35)
}

function takeGroups(draft: Draft, at: number): void {
  const isEach = /each|every|\bper\b|within/i.test(wordsAt(draft, at))
  if (isEach) draft.marks.add('perEach')
  let next = beyondKinds(draft, at, 1, ['of', 'in', 'distinct', 'entity', 'per', 'axis', 'count'])
  if (!takesCount(draft, at, next)) next = beyondKinds(draft, at, 1, ['of', 'in', 'distinct', 'entity', 'per', 'axis'])
  weighNoun(draft, at, next)
  groupByValues(draft, next, isEach)
  let isTaken = takeColumn(draft, next, isEach) || takeGrain(draft, next)
  while (isTaken) {
    next = beyondKinds(draft, next, 1, ['and', 'per'])
    const counted = free(draft, next, 'count') ? next + 1 : next
    const column = free(draft, counted, 'column')
    if (column && isMeasure(column.meaning.column) && counted === next) return
    if (counted > next) use(draft, next)
    next = counted
    isTaken = takeColumn(draft, next) || takeGrain(draft, next)
  }
}

/** Takes `over time` as the dataset's own moments. */
function readTrend(draft: Draft): void {
  const isTold = draft.groups.some(({ column }) => column.role === 'time')
  if (!draft.marks.has('trend') || isTold) return
  const named = draft.items.findIndex(
    (item, at) =>
      free(draft, at, 'column') !== null && item.meaning.kind === 'column' && item.meaning.column.role === 'time',
  )
  const item = draft.items[named]
  const column =
    item?.meaning.kind === 'column'
      ? item.meaning.column
      : draft.model.columns.find(({ name }) => name === draft.model.timeColumn)
  if (column === undefined) return assume(draft, 0.3)
  if (named !== -1) use(draft, named)
  addGroup(draft, column, { words: 'over time' })
}

/** `gross over release year`: along it, not above it. */
function runsOver(draft: Draft, at: number): boolean {
  const column = free(draft, at + 1, 'column')?.meaning.column
  return free(draft, at, 'compare') !== null && /^over$/i.test(wordsAt(draft, at)) && column?.role === 'time'
}

/** A line without anything to run along runs along time. */
function readLine(draft: Draft): void {
  const isOpen = serves(draft.chart?.type, 'trend') && draft.groups.length === 0 && draft.rank === null
  const isNamed = draft.items.some((_, at) => {
    const column = free(draft, at, 'column')?.meaning.column
    return column !== undefined && !isMeasure(column)
  })
  const time = draft.model.columns.find(({ name }) => name === draft.model.timeColumn)
  if (isOpen && !isNamed && time) {
    addGroup(draft, time, { words: '' })
    assume(draft, 0.9)
  }
}

/** Do the moments of the data have no hours, and another column times of day that are written as text? */
function groupByClock(draft: Draft, at: number): boolean {
  const time = draft.model.columns.find(({ name }) => name === draft.model.timeColumn)
  const hour = time?.type === 'timestamp' ? null : hourOfClock(draft.model)
  if (hour === null) return false
  const before = beyondKinds(draft, at, -1, ['per'])
  use(draft, at, ...[...draft.items.keys()].slice(before + 1, at))
  draft.calculations.push(hour.calculation)
  const isSubject = draft.items[at - 1]?.meaning.kind === 'asks'
  draft.groups.push({
    column: hour.column,
    grain: null,
    bins: null,
    words: wordsAt(draft, at),
    isSubject,
    isPlural: false,
    isLed: true,
  })
  return true
}

/** Groups by what recurs in the moments: the day of the week, the hour of the day. */
function groupByPart(draft: Draft, at: number, part: DatePart): void {
  if (part === 'hourOfDay' && groupByClock(draft, at)) return
  const column = draft.model.columns.find(({ name }) => name === draft.model.timeColumn)
  if (!column || !isMoment(column)) return
  if (part === 'hourOfDay' && column.type !== 'timestamp') {
    draft.beyond ??= `the hour of the day (${column.label} has none)`
    return
  }
  const before = beyondKinds(draft, at, -1, ['per'])
  use(draft, at, ...[...draft.items.keys()].slice(before + 1, at))
  const isSubject = draft.items[at - 1]?.meaning.kind === 'asks'
  addGroup(draft, column, { words: wordsAt(draft, at), part, isSubject })
}

/** `how many days`: counted, and no groups. */
const isCounted = (draft: Draft, at: number): boolean =>
  free(draft, beyondKinds(draft, at, -1, ['of']), 'count') !== null && wordsAt(draft, at).endsWith('s')

/** Takes what to group by: `by region and segment`, `per month`, `monthly`, `over time`. */
export function readGroups(draft: Draft): void {
  for (const at of draft.items.keys()) {
    const item = isCounted(draft, at) ? null : free(draft, at, 'grain')
    if (item?.meaning.grain === 'hour' && groupByClock(draft, at)) continue
    if (item) groupByGrain(draft, at, item.meaning.grain)
    const part = free(draft, at, 'part')
    if (part) groupByPart(draft, at, part.meaning.part)
  }
  for (const at of draft.items.keys()) if (free(draft, at, 'per') || runsOver(draft, at)) readPer(draft, at)
  readTrend(draft)
  readLine(draft)
}
