import { sizedFunctions } from './functions.ts'
import type { Frame } from './frame.ts'
import type { Verdict } from './reader.ts'
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
