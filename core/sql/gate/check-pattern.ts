import { patternFunctions } from './functions.ts'
import type { Reader, Verdict } from './reader.ts'
import { refuse } from './refused.ts'
import { lowered, type Token } from './tokenize.ts'

/** A regular expression of this length, over a text of usual length, takes microseconds. */
const longestPattern = 500

const isPattern = (token: Token | null): boolean => token?.kind === 'string' && token.text.length <= longestPattern

/** Does the text so many tokens away stand alone, with nothing behind it that goes on to compute? */
const standsAlone = (reader: Reader, by: number): boolean =>
  isPattern(reader.peek(by)) && !['||', '.', '[', '::', '+'].some((sign) => reader.isSign(by + 1, sign))

/** How many tokens away the second argument of a call is, whose bracket is the next token; null where there is none. */
function secondArgument(reader: Reader): number | null {
  let depth = 0
  for (let by = 1; reader.peek(by); by++) {
    const token = reader.peek(by)
    if (token?.kind !== 'sign') continue
    if ('([{'.includes(token.text)) depth += 1
    if (')]}'.includes(token.text)) depth -= 1
    if (depth === 0) return null
    if (depth === 1 && token.text === ',') return by + 1
  }
  return null
}

const isSimilarTo = (reader: Reader, token: Token): boolean =>
  token.kind === 'word' && token.text === 'similar' && reader.isWord(1, 'to')

/** `a ~ b` compares; `~5` turns the bits of a number round. */
function isMatch(reader: Reader, token: Token): boolean {
  const before = reader.peek(-1)
  const isPrefix = before === null || (before.kind === 'sign' && !')]'.includes(before.text))
  return token.kind === 'sign' && token.text === '~' && !isPrefix
}

/** How many tokens away the pattern is that a token takes; null where it takes none. */
function patternAt(reader: Reader, token: Token, isCall: boolean): number | null {
  if (isCall && patternFunctions.has(lowered(token.text))) return reader.isSign(-1, '.') ? 2 : secondArgument(reader)
  if (isSimilarTo(reader, token)) return 2
  return isMatch(reader, token) ? 1 : null
}

/** Refuses regular expressions that are not written down: each row could bring one that takes seconds. */
export function checkPattern(reader: Reader, token: Token, isCall: boolean): Verdict {
  const at = patternAt(reader, token, isCall)
  if (at === null || standsAlone(reader, at)) return null
  const name = isSimilarTo(reader, token) ? 'SIMILAR TO' : lowered(token.text)
  return refuse(token, 'sql/pattern', { name, limit: longestPattern })
}
