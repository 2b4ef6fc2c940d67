import { sizedFunctions } from './functions.ts'
import type { Frame } from './frame.ts'
import type { Verdict } from './reader.ts'
import { refuse } from './refused.ts'
import { lowered, type Token } from './tokenize.ts'

/** More pairs of rows than this are not worked through in any time that a person waits. */
const mostPairs = 100_000_000

/** Does a query pair more rows than can be worked through, with nothing that chooses among them? */
export function checkPairs({ pairs, hasFilter, open }: Frame): Verdict {
  if (pairs <= mostPairs || hasFilter) return null
  return refuse(open, 'sql/pairs', { pairs: pairs.toLocaleString('en', { maximumSignificantDigits: 2 }) })
}

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
