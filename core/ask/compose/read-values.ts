import type { Filter, Scalar } from '../../query/filter.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import type { MentionOf } from '../mention.ts'
import { wordsOfName } from '../../profile/name-words.ts'
import { stem } from '../words.ts'
import { assume, beyondKinds, free, flagOf, isMeasure, use, wordsAt, type Draft } from './draft.ts'

type Named = {
  readonly column: SemanticColumn
  readonly values: Scalar[]
  readonly isNot: boolean
  readonly from: number
  to: number
  /** Was the column named in the plural, as in `the categories A and B`? */
  isPlural: boolean
}

const inWords = (values: readonly Scalar[]): string =>
  values.length < 2 ? String(values[0] ?? '') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`

/** `not` before the value, or before the words that lead to it. */
function negation(draft: Draft, at: number): number | null {
  const place = beyondKinds(draft, at, -1, ['in', 'is', 'of', 'has', 'entity', 'unknown'])
  return free(draft, place, 'not') ? place : null
}

/** `embarked in Southampton`: another column's name that only leads to the value, being made of the same word. */
function leadsToValue(carrier: SemanticColumn, column: SemanticColumn): boolean {
  const own = new Set(wordsOfName(column.name).map(stem))
  return (
    !isMeasure(carrier) &&
    wordsOfName(carrier.name).length === 1 &&
    wordsOfName(carrier.name).some((word) => word.length > 3 && own.has(stem(word)))
  )
}

/** `West region`, `country is France`: the column's own name beside its value says nothing more. */
function useOwnName(draft: Draft, at: number, column: SemanticColumn): boolean {
  let isPlural = false
  for (const place of [beyondKinds(draft, at, -1, ['is', 'in', 'of', 'not', 'compare', 'per', 'has']), at + 1]) {
    const beside = free(draft, place, 'column')
    const lead = draft.items[place - 1]?.meaning.kind
    const isLead = beside !== null && place < at - 1 && leadsToValue(beside.meaning.column, column)
    if (beside === null || (beside.meaning.column !== column && !isLead)) continue
    if (lead === 'per' || lead === 'distinct' || lead === 'asks') continue
    use(draft, place)
    draft.confirmed.add(place)
    isPlural ||= beside.meaning.isPlural
  }
  return isPlural
}

/** `only Canada` says no more than the value. */
const onlyBefore = (draft: Draft, at: number): readonly number[] =>
  free(draft, at - 1, 'compare')?.meaning.comparison === 'equal' ? [at - 1] : []

function addValue(draft: Draft, found: Named[], at: number, item: MentionOf<'value'>): void {
  const { column, values } = item.meaning
  const isPlural = useOwnName(draft, at, column)
  const notAt = negation(draft, at)
  use(draft, at, ...onlyBefore(draft, at), ...(notAt === null ? [] : [notAt]))
  const last = found.at(-1)
  const between = last ? draft.items.slice(last.to + 1, at).map(({ meaning }) => meaning.kind) : []
  const isJoined = between.every((kind) => kind === 'and' || kind === 'or' || kind === 'in' || kind === 'versus')
  const isSet = draft.marks.has('difference') || draft.marks.has('contrast') || draft.marks.has('versus')
  if (last?.column === column && (isJoined || (isSet && last.isNot === (notAt !== null)))) {
    last.values.push(...values.filter((value) => !last.values.includes(value)))
    last.to = at
    last.isPlural ||= isPlural
  } else {
    found.push({ column, values: [...values], isNot: notAt !== null, from: at, to: at, isPlural })
  }
}

/** Values set side by side are compared with each other: they group as well. */
function addNamed(draft: Draft, { column, values, isNot, from, to, isPlural }: Named): void {
  const filter: Filter = { op: 'in', column: column.name, values }
  const text = `${column.label} is ${isNot ? 'not ' : ''}${inWords(values)}`
  const words = wordsAt(draft, from, to)
  draft.filters.push({
    filter: isNot ? { op: 'not', filter } : filter,
    column,
    text,
    words,
    isTime: false,
    span: [from, to],
  })
  const isCompared =
    values.length > 1 && !isNot && (isPlural || draft.marks.has('versus') || draft.marks.has('contrast'))
  if (!isCompared) return
  draft.marks.delete('versus')
  draft.groups.push({ column, grain: null, bins: null, words, isSubject: false, isPlural: false })
}

/** `gap between women and men`: what is set against each other is of one column, and hardly of two. */
const areSplit = ({ marks }: Draft, found: readonly Named[]): boolean =>
  marks.has('difference') && found.some(({ column }, at) => at > 0 && column !== found[at - 1]?.column)

/** Takes cell values as filters; several of one column are alternatives. */
export function readValues(draft: Draft): void {
  const found: Named[] = []
  for (const at of draft.items.keys()) {
    const item = free(draft, at, 'value')
    if (item) addValue(draft, found, at, item)
  }
  if (areSplit(draft, found)) assume(draft, 0.6)
  for (const named of found) addNamed(draft, named)
  if (found.length > 4) assume(draft, 0.9)
}

/** Takes `missing email`, `no age` as filters on cells without a value. */
export function readMissing(draft: Draft): void {
  for (const at of draft.items.keys()) {
    if (!free(draft, at, 'missing')) continue
    const places = [beyondKinds(draft, at, 1, ['of', 'in']), beyondKinds(draft, at, -1, ['is', 'has', 'not'])]
    const place = places.find((each) => free(draft, each, 'column') !== null)
    const column = place === undefined ? undefined : free(draft, place, 'column')?.meaning.column
    if (place === undefined || column === undefined) continue
    const notAt = [at - 1, at - 2].find((each) => free(draft, each, 'not') !== null)
    use(draft, at, place, ...(notAt === undefined ? [] : [notAt]))
    const filter: Filter = { op: 'isNull', column: column.name }
    draft.filters.push({
      filter: notAt === undefined ? filter : { op: 'not', filter },
      column,
      text: `${column.label} is ${notAt === undefined ? '' : 'not '}missing`,
      words: wordsAt(draft, Math.min(at, place), Math.max(at, place)),
      isTime: false,
      span: [Math.min(at, place), Math.max(at, place)],
    })
  }
}

/** Cells that say by a sign or a word that there is nothing. */
const nothingWords = new Set(['-', '--', '–', '—', 'n/a', 'na', 'none', 'nil', 'null', '?'])

const nothingIn = ({ values }: SemanticColumn): readonly string[] =>
  values.filter((value) => nothingWords.has(value.trim().toLowerCase()))

/** What `no cabin` and `no tip` keep: cells without a value, or 0 where every row has one; null where neither can be. */
function absence(column: SemanticColumn): { readonly filter: Filter; readonly says: string } | null {
  const nothing = nothingIn(column)
  if (nothing.length > 0) return { filter: noneOf(column, nothing), says: `${inWords(nothing)}, or missing` }
  if (column.nulls > 0) return { filter: { op: 'isNull', column: column.name }, says: 'missing' }
  const hasZero = isMeasure(column) && column.range?.min === 0
  return hasZero ? { filter: { op: 'in', column: column.name, values: [0] }, says: '0' } : null
}

const noneOf = ({ name, nulls }: SemanticColumn, nothing: readonly string[]): Filter => {
  const said: Filter = { op: 'in', column: name, values: [...nothing] }
  return nulls > 0 ? { op: 'or', filters: [said, { op: 'isNull', column: name }] } : said
}

const conditional = new Set(['is', 'value', 'compare', 'amount', 'between', 'aggregate', 'than', 'missing'])

/** Is it asked which rows have something: `how many hospitals have a trauma centre`, `share of homes with a garage`? */
function asksWhoHas(draft: Draft, at: number): boolean {
  const item = draft.items[at + 1]
  const isLed = /^(a|an|any|some)$/.test(draft.words[(item?.from ?? 0) - 1]?.lower ?? '')
  const isOfRows = draft.items.some(
    ({ meaning }) =>
      meaning.kind === 'count' || meaning.kind === 'share' || meaning.kind === 'list' || meaning.kind === 'aggregate',
  )
  const isRanked = draft.items.some(
    ({ meaning }) => meaning.kind === 'rank' || meaning.kind === 'limit' || meaning.kind === 'per',
  )
  return isLed && isOfRows && !isRanked && !conditional.has(draft.items[at + 2]?.meaning.kind ?? 'filler')
}

/** Takes `have a designation`, `with a garage` as a filter on cells that hold something. */
export function readPresent(draft: Draft): void {
  for (const at of draft.items.keys()) {
    const item = free(draft, at, 'has') && !free(draft, at - 1, 'not') ? free(draft, at + 1, 'column') : null
    const absent = item && flagOf(item.meaning.column) === null ? absence(item.meaning.column) : null
    if (item === null || absent === null || !asksWhoHas(draft, at)) continue
    use(draft, at, at + 1)
    const { column } = item.meaning
    draft.filters.push({
      filter: { op: 'not', filter: absent.filter },
      column,
      text: `${column.label} is not ${absent.says}`,
      words: wordsAt(draft, at, at + 1),
      isTime: false,
      span: [at, at + 1],
    })
  }
}

/** Takes `no cabin`, `without email` as filters on cells without a value; `no tip`, where every row has one, on 0. */
export function readWithout(draft: Draft): void {
  for (const at of draft.items.keys()) {
    const item = free(draft, at, 'not') && free(draft, at + 1, 'column')
    const next = draft.items[at + 2]?.meaning.kind ?? 'filler'
    if (!item || ['is', 'value', 'compare', 'amount', 'between'].includes(next)) continue
    const { column } = item.meaning
    const absent = absence(column)
    if (absent === null) continue
    use(draft, at, at + 1)
    const text = `${column.label} is ${absent.says}`
    draft.filters.push({ filter: absent.filter, column, text, words: wordsAt(draft, at, at + 1), isTime: false })
  }
}

const leadsElsewhere = new Set(['per', 'aggregate', 'distinct', 'distribution', 'versus', 'missing', 'sort'])

/** `name, age and survived`: one of a list of columns. */
function isListed(draft: Draft, at: number): boolean {
  const before = draft.items[beyondKinds(draft, at, -1, ['of', 'is', 'has'])]?.meaning.kind
  const earlier = draft.items[beyondKinds(draft, at, -1, ['and'])]?.meaning.kind
  return before === 'and' && (earlier === 'column' || draft.marks.has('list'))
}

/** Is the column told as a fact, rather than grouped by, averaged or shown? */
function isFact(draft: Draft, at: number): boolean {
  const before = draft.items[beyondKinds(draft, at, -1, ['of', 'is', 'has'])]?.meaning.kind
  if (leadsElsewhere.has(before ?? '') || draft.items[at + 1]?.meaning.kind === 'aggregate') return false
  if (draft.chart !== null || draft.marks.has('distribution') || isListed(draft, at)) return false
  return draft.items.some(({ meaning }) => meaning.kind !== 'column' && meaning.kind !== 'unknown')
}

function addFact(draft: Draft, at: number, column: SemanticColumn, { yes, no }: { yes: Scalar; no: Scalar }): void {
  const place = beyondKinds(draft, at, -1, ['is', 'has'])
  const isNot = free(draft, place, 'not') !== null
  use(draft, at, ...(isNot ? [place] : []))
  draft.filters.push({
    filter: { op: 'in', column: column.name, values: [isNot ? no : yes] },
    column,
    text: `${column.label} is ${isNot ? 'no' : 'yes'}`,
    words: wordsAt(draft, isNot ? place : at, at),
    isTime: false,
    span: [isNot ? place : at, at],
  })
}

/** Takes a yes-or-no column named as a fact (`who survived`, `not alone`) as a filter. */
export function readFlags(draft: Draft): void {
  // A statistic compares yes with no.
  if (draft.asked !== null) return
  for (const at of draft.items.keys()) {
    const item = free(draft, at, 'column')
    const flag = item && flagOf(item.meaning.column)
    if (flag && isFact(draft, at)) addFact(draft, at, item.meaning.column, flag)
  }
}
