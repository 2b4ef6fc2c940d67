import { singular, wordsOfName } from '../../profile/name-words.ts'
import type { Kind } from '../mention.ts'
import type { Word } from '../words.ts'
import { assume, use, wordsAt, type Draft } from './draft.ts'

/** A plural, written as no name is: `trips`, `people`. */
export const isNounOfRows = ({ lower, text, isQuoted }: Word): boolean =>
  !isQuoted && /^\p{L}{3,}$/u.test(lower) && singular(lower) !== lower && text.slice(1) === lower.slice(1)

/** Does the data leave open what its rows are? */
const isOpen = ({ model }: Draft): boolean => model.entity === 'row'

/** Takes what the question calls the rows, where the data knows the word for them. */
export function readNoun(draft: Draft): void {
  const at = draft.items.findIndex(({ meaning }) => meaning.kind === 'entity')
  const item = draft.items[at]
  const word = draft.words[(item?.to ?? 0) - 1]
  if (word === undefined || item?.meaning.kind !== 'entity') return
  draft.noun = { one: singular(word.lower), words: wordsAt(draft, at), isAssumed: item.meaning.isGuess === true }
}

const joins = new Set<string>(['who', 'whose', 'that', 'with', 'having', 'where'])
const followers = new Set<Kind>(['per', 'grain', 'trend', 'period', 'in', 'has', 'compare', 'not', 'distribution'])

/** Is it the noun of the whole question: the first thing said, with what it is cut by or kept to after it? */
function leadsQuestion(draft: Draft, at: number): boolean {
  const isFirst = draft.items.slice(0, at).every((_, place) => draft.used.has(place))
  const isLast = at === draft.items.length - 1 && isOpen(draft) && draft.items.length > 1
  const isLed = isFirst && followers.has(draft.items[at + 1]?.meaning.kind ?? 'unknown')
  return draft.measures.length === 0 && (isLed || isLast)
}

/** Takes an unknown noun as what the question calls the rows. */
export function takeNoun(draft: Draft, at: number): void {
  const item = draft.items[at]
  const word = draft.words[item?.from ?? -1]
  const isFree = item?.meaning.kind === 'unknown' && !draft.used.has(at) && word !== undefined
  if (!isFree || !isNounOfRows(word)) return
  use(draft, at)
  assume(draft, isOpen(draft) ? 0.84 : 0.5)
  draft.noun = { one: singular(word.lower), words: word.text, isAssumed: true }
}

/** `per trip`, `longest trip`: the same of one row, where the data leaves open what its rows are. */
export function takeOneNoun(draft: Draft, at: number): boolean {
  const item = draft.items[at]
  const word = draft.words[item?.from ?? -1]
  const isNoun = word !== undefined && !word.isQuoted && /^\p{Ll}{3,}$/u.test(word.text)
  if (item?.meaning.kind !== 'unknown' || draft.used.has(at) || !isNoun || !isOpen(draft)) return false
  if (
    draft.model.columns.some(({ name, synonyms }) =>
      [name, ...synonyms].some((own) => wordsOfName(own).includes(word.lower)),
    )
  )
    return false
  use(draft, at)
  assume(draft, 0.6)
  draft.noun = { one: singular(word.lower), words: word.text, isAssumed: true }
  return true
}

/**
 * `players who scored …`, `trips per day`: an unknown noun that leads the question, or that a relative clause follows,
 * may be what the rows are; hardly so where the data says that they are something else.
 */
export function readUnknownNoun(draft: Draft): void {
  if (draft.noun !== null) return
  const at = draft.items.findIndex(({ meaning, from, to }, place) => {
    const word = draft.words[from]
    if (meaning.kind !== 'unknown' || draft.used.has(place) || word === undefined || !isNounOfRows(word)) return false
    const isJoined = isOpen(draft) && joins.has(draft.words[to]?.lower ?? '')
    return isJoined || leadsQuestion(draft, place)
  })
  const word = draft.words[draft.items[at]?.from ?? -1]
  if (word === undefined) return
  use(draft, at)
  assume(draft, isOpen(draft) ? 0.84 : 0.5)
  draft.noun = { one: singular(word.lower), words: word.text, isAssumed: true }
}
