import { nearestName } from '../../semantic/nearest-name.ts'
import { allowedFunctions } from './functions.ts'
import { checkEnd, checkPairs, sizeIn } from './limits.ts'
import { leave, type Reader, type Verdict } from './reader.ts'
import { refuse } from './refused.ts'
import { lowered, type Token } from './tokenize.ts'
import { bracketWords } from './words.ts'

const isSign = (token: Token | null, text: string): boolean => token?.kind === 'sign' && token.text === text

/** True if the bracket that opens here contains only names. */
function holdsNames(reader: Reader): boolean {
  for (let by = 1; ; by++) {
    const token = reader.peek(by)
    if (isSign(token, ')')) return true
    const isPart = token?.kind === 'word' || token?.kind === 'name' || isSign(token, ',')
    if (!isPart) return false
  }
}

/** True for `alias(name, name)` after a FROM item. */
function isAlias(reader: Reader): boolean {
  const { clause, inCondition, needsTable } = reader.frame
  if (clause !== 'from' || inCondition || needsTable) return false
  const before = reader.peek(-2)
  return before !== null && (before.kind !== 'sign' || before.text === ')') && holdsNames(reader)
}

/** The function whose arguments a bracket opens; null for other brackets. */
function calledBefore(reader: Reader): Token | null {
  const token = reader.peek(-1)
  if (!token || (token.kind !== 'word' && token.kind !== 'name')) return null
  if (reader.isWord(-2, 'as') || reader.isSign(-2, '::')) return null
  const isMember = reader.isSign(-2, '.')
  if (token.kind === 'word' && !isMember && bracketWords.has(token.text)) return null
  return isAlias(reader) ? null : token
}

const functionNames = [...allowedFunctions]

function checkFunction(reader: Reader, token: Token): Verdict {
  const name = lowered(token.text)
  if (allowedFunctions.has(name)) return null
  const isQualified = reader.isSign(-2, '.') && reader.peek(-3)?.kind === 'word'
  const shown = isQualified ? `${reader.peek(-3)?.text ?? ''}.${token.text}` : token.text
  const near = nearestName(name, functionNames)
  const isLike = near !== null && Math.abs(near.length - name.length) < 3
  return refuse(token, 'sql/function', { name: shown, nearest: isLike ? near : null })
}

/** Enters the body of a WITH part. */
function enterPart(reader: Reader, token: Token): Verdict {
  const { frame } = reader
  const part = frame.namedPart
  frame.namedPart = null
  return reader.enter(token, { part })
}

/** Reads an opening bracket. */
export function readOpening(reader: Reader, token: Token): Verdict {
  const { frame } = reader
  if (token.text !== '(') return reader.enter(token, {})
  if (frame.clause === 'with' && frame.namedPart) return enterPart(reader, token)
  const called = calledBefore(reader)
  const verdict = called && checkFunction(reader, called)
  if (verdict) return verdict
  const call = called ? lowered(called.text) : null
  return reader.enter(token, { call, size: call === null ? frame.size : sizeIn(call, frame.size) })
}

/** Reads a closing bracket. */
export function readClosing(reader: Reader, token: Token): Verdict {
  const { needsTable } = reader.frame
  if (needsTable) return refuse(token, 'sql/table-expected', { found: token.text })
  const left = leave(reader, token)
  if (!left.ok) return left
  return checkPairs(left.value) ?? checkEnd(left.value)
}
