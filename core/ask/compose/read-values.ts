import type { Filter } from '../../query/query.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import type { MentionOf } from '../mention.ts'
import { assume, beyondKinds, free, isFlag, isMoment, use, wordsAt, type Draft } from './draft.ts'

type Named = { column: SemanticColumn; values: string[]; isNot: boolean; from: number; to: number }

const inWords = (values: readonly string[]): string =>
  values.length < 2 ? (values[0] ?? '') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`

/** `not` before the value, or before the words that lead to it. */
function negation(draft: Draft, at: number): number | null {
  const place = beyondKinds(draft, at, -1, ['in', 'is', 'of', 'has', 'entity', 'unknown'])
  return free(draft, place, 'not') ? place : null
}

/** `West region`, `country is France`: the column's own name beside its value says nothing more. */
function useOwnName(draft: Draft, at: number, column: SemanticColumn): void {
  for (const place of [beyondKinds(draft, at, -1, ['is', 'in', 'of', 'not', 'compare']), at + 1]) {
    const beside = free(draft, place, 'column')
    const lead = draft.items[place - 1]?.meaning.kind
    if (beside?.meaning.column === column && lead !== 'per' && lead !== 'distinct' && lead !== 'asks') use(draft, place)
  }
}

function addValue(draft: Draft, found: Named[], at: number, item: MentionOf<'value'>): void {
  const { column, values } = item.meaning
  useOwnName(draft, at, column)
  const notAt = negation(draft, at)
  use(draft, at, ...(notAt === null ? [] : [notAt]))
  const last = found.at(-1)
  const between = last ? draft.items.slice(last.to + 1, at).map(({ meaning }) => meaning.kind) : []
  const isJoined = between.every((kind) => kind === 'and' || kind === 'or' || kind === 'in' || kind === 'versus')
  if (last?.column === column && isJoined) {
    last.values.push(...values.filter((value) => !last.values.includes(value)))
    last.to = at
  } else {
    found.push({ column, values: [...values], isNot: notAt !== null, from: at, to: at })
  }
}

/** Takes cell values as filters; several of one column are alternatives. */
export function readValues(draft: Draft): void {
  const found: Named[] = []
  for (const at of draft.items.keys()) {
    const item = free(draft, at, 'value')
    if (item) addValue(draft, found, at, item)
  }
  for (const { column, values, isNot, from, to } of found) {
    const filter: Filter = { op: 'in', column: column.name, values }
    const text = `${column.label} is ${isNot ? 'not ' : ''}${inWords(values)}`
    draft.filters.push({ filter: isNot ? { op: 'not', filter } : filter, column, text, words: wordsAt(draft, from, to), isTime: false })
    if (values.length > 1 && draft.marks.has('versus')) {
      draft.marks.delete('versus')
      draft.groups.push({ column, grain: null, bins: null, words: wordsAt(draft, from, to), isSubject: false, isPlural: false })
    }
  }
  if (found.length > 3) assume(draft, 0.8)
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
    })
  }
}

const leadsElsewhere = new Set(['per', 'aggregate', 'distinct', 'distribution', 'versus', 'missing', 'sort'])

/** Takes a yes-or-no column named as a fact (`who survived`, `not alone`) as a filter. */
export function readFlags(draft: Draft): void {
  for (const at of draft.items.keys()) {
    const item = free(draft, at, 'column')
    if (!item || !isFlag(item.meaning.column) || isMoment(item.meaning.column)) continue
    const before = draft.items[beyondKinds(draft, at, -1, ['of', 'is', 'has'])]?.meaning.kind
    const after = draft.items[at + 1]?.meaning.kind
    const follows = draft.items[beyondKinds(draft, at, -1, ['and'])]
    const isListed = before === 'and' && (follows?.meaning.kind === 'column' || draft.marks.has('list'))
    if (leadsElsewhere.has(before ?? '') || after === 'aggregate' || isListed || draft.chart || draft.marks.has('distribution')) continue
    if (draft.items.every(({ meaning }) => meaning.kind === 'column' || meaning.kind === 'unknown')) continue
    const notAt = [beyondKinds(draft, at, -1, ['is', 'has'])].find((each) => free(draft, each, 'not') !== null)
    use(draft, at, ...(notAt === undefined ? [] : [notAt]))
    const { column } = item.meaning
    const yes = column.type === 'boolean' ? notAt === undefined : notAt === undefined ? 1 : 0
    draft.filters.push({
      filter: { op: 'in', column: column.name, values: [yes] },
      column,
      text: `${column.label} is ${notAt === undefined ? 'yes' : 'no'}`,
      words: wordsAt(draft, notAt ?? at, at),
      isTime: false,
    })
  }
}
