import { sizedFunctions } from './functions.ts'
import type { Frame } from './frame.ts'
import type { Verdict } from './reader.ts'
import { refuse, type TextRange } from './refused.ts'
import { lowered, type Token } from './tokenize.ts'

/** Maximum row pairs of a join without an equality. */
const maxPairs = 10_000_000

/** Refuses a join that would compare too many row pairs. */
export function checkPairCount(pairs: number, place: TextRange | null): Verdict {
  if (pairs <= maxPairs) return null
  return refuse(place, 'sql/pairs', { pairs: pairs.toLocaleString('en', { maximumSignificantDigits: 2 }) })
}

/** Refuses a query that pairs too many rows without a condition. The plan is checked again before it runs. */
export const checkPairs = ({ pairs, hasFilter, open }: Frame): Verdict =>
  hasFilter ? null : checkPairCount(pairs, open)

/** Refuses a recursive WITH without a filter. */
export function checkEnd({ part, readsItself, hasFilter }: Frame): Verdict {
  return part && readsItself && !hasFilter ? refuse(part, 'sql/endless', { name: part.text }) : null
}

/** The maximum number literal inside a function's arguments; limits of enclosing calls still apply. */
export function sizeIn(name: string, around: Frame['size']): Frame['size'] {
  const limit = Object.hasOwn(sizedFunctions, name) ? (sizedFunctions[name] ?? null) : null
  if (limit === null) return around
  return around && around.limit <= limit ? around : { name, limit }
}

/** Operators that make large numbers from small ones. */
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

/** Refuses a number above that limit. */
export function checkSize(token: Token, { size }: Frame, isCall: boolean): Verdict {
  if (!size || !isTooMuch(token, size.limit, isCall)) return null
  return refuse(token, 'sql/too-much', size)
}
