import { patternFunctions } from './functions.ts'
import type { Reader, Verdict } from './reader.ts'
import { refuse } from './refused.ts'
import { lowered, type Token } from './tokenize.ts'

/** Maximum pattern length; on text of usual length such a pattern takes microseconds. */
const longestPattern = 500

const isPattern = (token: Token | null): boolean => token?.kind === 'string' && token.text.length <= longestPattern

/** True if the text at an offset is a complete expression. */
const standsAlone = (reader: Reader, by: number): boolean =>
  isPattern(reader.peek(by)) && !['||', '.', '[', '::', '+'].some((sign) => reader.isSign(by + 1, sign))

/** The offset of a call's second argument, where the next token is the bracket; null if there is none. */
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

/** `a ~ b` matches a pattern; the prefix `~5` inverts bits. */
function isMatch(reader: Reader, token: Token): boolean {
  const before = reader.peek(-1)
  const isPrefix = before === null || (before.kind === 'sign' && !')]'.includes(before.text))
  return token.kind === 'sign' && token.text === '~' && !isPrefix
}

/** The offset of the pattern that a token takes; null if it takes none. */
function patternAt(reader: Reader, token: Token, isCall: boolean): number | null {
  if (isCall && patternFunctions.has(lowered(token.text))) return reader.isSign(-1, '.') ? 2 : secondArgument(reader)
  if (isSimilarTo(reader, token)) return 2
  return isMatch(reader, token) ? 1 : null
}

/** Refuses patterns that are not literals, because a row could supply one that takes seconds. */
export function checkPattern(reader: Reader, token: Token, isCall: boolean): Verdict {
  const at = patternAt(reader, token, isCall)
  if (at === null || standsAlone(reader, at)) return null
  const name = isSimilarTo(reader, token) ? 'SIMILAR TO' : lowered(token.text)
  return refuse(token, 'sql/pattern', { name, limit: longestPattern })
}
