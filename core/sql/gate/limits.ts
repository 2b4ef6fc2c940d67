import { patternFunctions, sizedFunctions } from './functions.ts'
import type { Frame } from './frame.ts'
import type { Reader, Verdict } from './reader.ts'
import { refuse, type Place } from './refused.ts'
import { lowered, type Token } from './tokenize.ts'

/** Pairs of rows that may be looked at one by one; more must be brought together by an equality. */
const mostPairs = 10_000_000

/** Refuses pairs of rows that are too many to be looked at one by one. */
export function checkPairCount(pairs: number, place: Place | null): Verdict {
  if (pairs <= mostPairs) return null
  return refuse(place, 'sql/pairs', { pairs: pairs.toLocaleString('en', { maximumSignificantDigits: 2 }) })
}

/** Does a query pair too many rows with nothing that chooses among them? Its plan is checked before it runs. */
export const checkPairs = ({ pairs, hasFilter, open }: Frame): Verdict =>
  hasFilter ? null : checkPairCount(pairs, open)

/** Does a part of a WITH read itself with nothing that ends it? */
export function checkEnd({ part, readsItself, hasFilter }: Frame): Verdict {
  return part && readsItself && !hasFilter ? refuse(part, 'sql/endless', { name: part.text }) : null
}

/** How large a number may be among the arguments of a function; what holds outside holds inside as well. */
export function sizeIn(name: string, around: Frame['size']): Frame['size'] {
  const limit = Object.hasOwn(sizedFunctions, name) ? (sizedFunctions[name] ?? null) : null
  if (limit === null) return around
  return around && around.limit <= limit ? around : { name, limit }
}

/** Ways to make a large number of small ones. */
const growing: ReadonlySet<string> = new Set(['*', '**', '^', '<<', '||'])
const growingFunctions: ReadonlySet<string> = new Set(['pow', 'power', 'exp', 'factorial', 'gamma', 'multiply'])
const tinySteps = /^(?:micro|milli)seconds?$|^(?:us|ms)$/
const longNumber = /\d{6,}|\de\d/i
const tinyText = /micro|milli|\b\d*\s*(?:us|ms)\b/i

function isTooMuch(token: Token, limit: number, isCall: boolean): boolean {
  switch (token.kind) {
    case 'number':
      return !(Number(token.text) <= limit)
    case 'sign':
      return growing.has(token.text)
    case 'string':
      return longNumber.test(token.text) || tinyText.test(token.text)
    case 'word':
    case 'name':
      return tinySteps.test(lowered(token.text)) || (isCall && isGrowing(lowered(token.text)))
  }
}

const isGrowing = (name: string): boolean => growingFunctions.has(name) || Object.hasOwn(sizedFunctions, name)

/** Is one of the arguments of a function that makes many of something more than it may be? */
export function checkSize(token: Token, { size }: Frame, isCall: boolean): Verdict {
  if (!size || !isTooMuch(token, size.limit, isCall)) return null
  return refuse(token, 'sql/too-much', size)
}

/** A regular expression of this length, over a text of usual length, takes microseconds. */
const longestPattern = 500

const isPattern = (token: Token | null): boolean => token?.kind === 'string' && token.text.length <= longestPattern

/** Does the text so many places away stand alone, with nothing that goes on to compute with it? */
const standsAlone = (reader: Reader, by: number): boolean =>
  isPattern(reader.peek(by)) && !['||', '.', '[', '::', '+'].some((sign) => reader.isSign(by + 1, sign))

/** How many tokens the second argument of the call whose bracket is `by` places away is away; null where there is none. */
function secondArgument(reader: Reader, by: number): number | null {
  let depth = 0
  for (let place = by; reader.peek(place); place++) {
    const token = reader.peek(place)
    if (token?.kind !== 'sign') continue
    if ('([{'.includes(token.text)) depth += 1
    if (')]}'.includes(token.text)) depth -= 1
    if (depth === 0) return null
    if (depth === 1 && token.text === ',') return place + 1
  }
  return null
}

/** Refuses regular expressions that are not written down: each row could bring one that takes seconds. */
export function checkPattern(reader: Reader, token: Token, isCall: boolean): Verdict {
  const name = lowered(token.text)
  const isSimilar = token.kind === 'word' && name === 'similar' && reader.isWord(1, 'to')
  const refused = refuse(token, 'sql/pattern', { name: isSimilar ? 'SIMILAR TO' : name, limit: longestPattern })
  if (isCall && patternFunctions.has(name)) {
    const at = reader.isSign(-1, '.') ? 2 : secondArgument(reader, 1)
    return at === null || standsAlone(reader, at) ? null : refused
  }
  if (isSimilar) return standsAlone(reader, 2) ? null : refused
  const isMatch = token.kind === 'sign' && token.text === '~' && !isPrefix(reader)
  return !isMatch || standsAlone(reader, 1) ? null : refused
}

/** `~5` turns the bits of a number round; behind a value the sign compares. */
const isPrefix = (reader: Reader): boolean => {
  const before = reader.peek(-1)
  return before === null || (before.kind === 'sign' && !')]'.includes(before.text))
}
