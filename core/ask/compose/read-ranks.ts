import { wordsOfName } from '../../profile/name-words.ts'
import { takeOneNoun } from './read-noun.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import type { Mention, MentionOf } from '../mention.ts'
import { addGroup, addMeasure } from './add-group.ts'
import { assume, beyondKinds, free, isMeasure, use, wordsAt, type Draft, type DraftRank } from './draft.ts'
import { columnOfHints } from './read-comparisons.ts'
import { isKey } from './read-measures.ts'

type Rank = MentionOf<'rank'> | MentionOf<'limit'>

const hasSubject = (draft: Draft): boolean => draft.groups.some(({ isSubject }) => isSubject)

/** `region with the most customers`: what has them stands before. */
function standsAfterOwner(draft: Draft, at: number): boolean {
  const before = beyondKinds(draft, at, -1, ['has'])
  return before < at - 1 && (free(draft, before, 'column') !== null || hasSubject(draft))
}

function rankColumn(draft: Draft, at: number, column: SemanticColumn, isPlural: boolean): void {
  const words = wordsAt(draft, at)
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

/** `oldest passenger`, `most common genre`: what is measured is in the word itself. */
function rankByHints(draft: Draft, at: number, hints: readonly string[]): void {
  const words = wordsAt(draft, at)
  if (hints.includes('#rows')) return addMeasure(draft, null, { aggregate: 'count', isSaid: true, words })
  const column = columnOfHints(draft.model, hints)
  if (column === null) return assume(draft, 0.35)
  assume(draft, 0.96)
  addMeasure(draft, column, { aggregate: column.defaultAggregate, isSaid: false, words })
}

/** `latest order date` is the last moment; `first 10 rows` and `latest orders` are rows in order of time. */
function rankTime(draft: Draft, at: number, item: Rank): void {
  const next = beyondKinds(draft, at, 1, ['of'])
  const named = free(draft, next, 'column')
  const time =
    named?.meaning.column.role === 'time'
      ? named.meaning.column
      : draft.model.columns.find(({ name }) => name === draft.model.timeColumn)
  if (time === undefined) return assume(draft, 0.4)
  const words = wordsAt(draft, at)
  const aggregate = item.meaning.direction === 'descending' ? 'max' : 'min'
  if (named?.meaning.column === time) {
    use(draft, next)
    return addMeasure(draft, time, { aggregate, isSaid: true, words: wordsAt(draft, at, next) })
  }
  addMeasure(draft, time, { aggregate, isSaid: false, words })
  if (!named && !free(draft, next, 'entity')) assume(draft, 0.45)
  else if (named) {
    use(draft, next)
    addGroup(draft, named.meaning.column, {
      words: wordsAt(draft, next),
      isSubject: true,
      isPlural: named.meaning.isPlural,
    })
    assume(draft, 0.8)
  }
}

/** What the rank is of, from the words after it. */
function readTarget(draft: Draft, at: number): void {
  const next = beyondKinds(draft, at, 1, ['of', 'distinct'])
  const item: Mention | undefined = draft.used.has(next) ? undefined : draft.items[next]
  switch (item?.meaning.kind) {
    case 'column':
      use(draft, next)
      return rankColumn(draft, next, item.meaning.column, item.meaning.isPlural)
    case 'aggregate':
      return rankAggregate(draft, next, item as MentionOf<'aggregate'>)
    case 'count':
      return rankCount(draft, next)
    case 'entity':
      use(draft, next)
      if (hasSubject(draft) || standsAfterOwner(draft, at))
        addMeasure(draft, null, { aggregate: 'count', isSaid: true, words: wordsAt(draft, at, next) })
      else draft.marks.add('list')
      return undefined
    default:
      return assume(draft, 0.95)
  }
}

/** A measure in the rank's own word is followed by whom it ranks: `oldest passenger`. */
function readRanked(draft: Draft, at: number): void {
  const next = beyondKinds(draft, at, 1, ['of'])
  const named = free(draft, next, 'column')
  if (named && !isMeasure(named.meaning.column)) {
    use(draft, next)
    addGroup(draft, named.meaning.column, {
      words: wordsAt(draft, next),
      isSubject: true,
      isPlural: named.meaning.isPlural,
    })
  } else if ((free(draft, next, 'entity') || takeOneNoun(draft, next)) && !hasSubject(draft)) {
    use(draft, next)
    draft.marks.add('list')
  }
}

/** `longest flipper`: the measure itself, where its name says what the rank is of. */
function ranksNamed(draft: Draft, at: number, hints: readonly string[]): boolean {
  const named = free(draft, beyondKinds(draft, at, 1, ['of']), 'column')?.meaning.column
  return named !== undefined && isMeasure(named) && wordsOfName(named.label).some((word) => hints.includes(word))
}

function readRank(draft: Draft, at: number, item: Rank): void {
  use(draft, at)
  const { meaning } = item
  const count = meaning.kind === 'limit' ? meaning.count : amountAfter(draft, at)
  draft.rank = { direction: meaning.direction, count, by: 'measure', words: wordsAt(draft, at) } satisfies DraftRank
  const last = count !== null && meaning.kind === 'rank' ? at + 1 : at
  if (meaning.kind === 'rank' && meaning.isTime) return rankTime(draft, last, item)
  if (meaning.kind === 'rank' && meaning.of.length > 0 && !ranksNamed(draft, last, meaning.of)) {
    rankByHints(draft, at, meaning.of)
    return readRanked(draft, last)
  }
  readTarget(draft, last)
}

/** `first 10`, `oldest 5`: a number right after the rank is how many. */
function amountAfter(draft: Draft, at: number): number | null {
  const amount = free(draft, at + 1, 'amount')
  if (!amount || !Number.isInteger(amount.meaning.value) || amount.meaning.value < 1 || amount.meaning.value > 1000)
    return null
  use(draft, at + 1)
  return amount.meaning.value
}

/** Takes the most and the least of something: `highest sales`, `top 5 products`, `oldest passenger`, `latest order`. */
export function readRanks(draft: Draft): void {
  for (const at of draft.items.keys()) {
    const item = free(draft, at, 'rank') ?? free(draft, at, 'limit')
    if (!item) continue
    if (draft.rank !== null) return assume(draft, 0.5)
    readRank(draft, at, item)
  }
}
