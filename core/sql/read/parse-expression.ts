import { lowered } from '../gate/tokenize.ts'
import { lookUp } from './look-up.ts'
import { noCounterpart } from './unread.ts'
import { across, type Call, call, type Expression, value } from './syntax.ts'
import { parseCall, parseCase, parseCast, toType } from './parse-call.ts'
import type { Tokens } from './tokens.ts'

/** Binding strength, from loose to tight, as in PostgreSQL's grammar. */
const strengths: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  '=': 5,
  '<>': 5,
  '<': 5,
  '<=': 5,
  '>': 5,
  '>=': 5,
  '||': 7,
  '+': 8,
  '-': 8,
  '*': 9,
  '/': 9,
  '%': 9,
  '^': 10,
}
const [notStrength, isStrength, inStrength, minusStrength] = [3, 4, 6, 11]

/** Alternative spellings of operators. */
const others: Readonly<Record<string, string>> = { '!=': '<>', '**': '^' }

export const parseExpression = (tokens: Tokens, strength = 0): Expression =>
  tokens.within(() => {
    let left = parsePrefix(tokens)
    for (let more: Expression | null = left; more !== null; more = parseInfix(tokens, left, strength)) left = more
    return left
  })

export function parseList(tokens: Tokens): Expression[] {
  const list = [parseExpression(tokens)]
  while (tokens.take(',')) list.push(parseExpression(tokens))
  return list
}

function parsePrefix(tokens: Tokens): Expression {
  const start = tokens.place
  if (tokens.take('not')) return call('not', [parseExpression(tokens, notStrength)], tokens.since(start))
  if (tokens.take('+')) return parseExpression(tokens, minusStrength)
  if (!tokens.take('-')) return parsePrimary(tokens)
  const of = parseExpression(tokens, minusStrength)
  const isNumber = of.kind === 'value' && typeof of.value === 'number'
  return isNumber ? value(-Number(of.value), tokens.since(start)) : call('minus', [of], tokens.since(start))
}

function parseInfix(tokens: Tokens, left: Expression, strength: number): Expression | null {
  const sign = tokens.next?.kind === 'word' || tokens.next?.kind === 'sign' ? tokens.next.text : ''
  if (sign === '::') {
    tokens.takeAny()
    return toType(left, tokens)
  }
  const operator = lookUp(others, sign) ?? sign
  const own = lookUp(strengths, operator)
  if (own === null) return parseWords(tokens, left, strength)
  if (own <= strength) return null
  tokens.takeAny()
  const right = parseExpression(tokens, own)
  return call(operator, [left, right], across(left, right))
}

/** Parses postfix operators made of words: IS, IN, BETWEEN and LIKE. */
function parseWords(tokens: Tokens, left: Expression, strength: number): Expression | null {
  if (tokens.is('is')) return strength < isStrength ? parseIs(tokens, left) : null
  const isNegated = tokens.is('not')
  const word = tokens.peek(isNegated ? 1 : 0)
  if (word?.kind !== 'word' || strength >= inStrength || !['in', 'between', 'like', 'ilike'].includes(word.text))
    return null
  if (isNegated) tokens.takeAny()
  tokens.takeAny()
  const found = parseComparison(tokens, left, word.text)
  return isNegated ? call('not', [found], found) : found
}

function parseIs(tokens: Tokens, left: Expression): Expression {
  tokens.takeAny()
  const isNegated = tokens.take('not')
  const start = tokens.place
  const found = (name: string, of: readonly Expression[]): Call => call(name, of, tokens.since(left))
  const negated = (node: Call): Call => (isNegated ? call('not', [node], node) : node)
  if (tokens.take('null')) return negated(found('is null', [left]))
  for (const truth of [true, false])
    if (tokens.take(String(truth))) return negated(found('is', [left, value(truth, tokens.since(start))]))
  if (!tokens.take('distinct', 'from')) return tokens.unexpected('Write IS NULL or IS NOT NULL.')
  const right = parseExpression(tokens, isStrength)
  const same = call('is', [left, right], across(left, right))
  return isNegated ? same : call('not', [same], same)
}

function parseComparison(tokens: Tokens, left: Expression, word: string): Call {
  if (word === 'in') {
    tokens.need('(', 'Write the values in brackets, as in IN (1, 2).')
    if (tokens.is('select')) noCounterpart(tokens.place, 'A query within IN', 'List the values themselves.')
    const values = parseList(tokens)
    tokens.need(')', 'Close the list of values with ).')
    return call('in', [left, ...values], tokens.since(left))
  }
  const right = parseExpression(tokens, inStrength)
  if (word !== 'between') {
    if (tokens.is('escape')) noCounterpart(tokens.place, 'ESCAPE', 'Search for text without % and _ in it.')
    return call(word, [left, right], across(left, right))
  }
  tokens.need('and', 'Write BETWEEN … AND ….')
  const high = parseExpression(tokens, inStrength)
  return call('between', [left, right, high], across(left, high))
}

function parsePrimary(tokens: Tokens): Expression {
  const token = tokens.next
  if (!token) return tokens.unexpected('Write a column or a value here.')
  if (token.kind === 'string' || token.kind === 'number') {
    tokens.takeAny()
    return value(token.kind === 'number' ? Number(token.text) : token.text, token)
  }
  if (tokens.take('(')) return parseBracket(tokens)
  if (tokens.take('*')) return { kind: 'star', of: null, from: token.from, to: token.to }
  return parseWord(tokens) ?? parseColumn(tokens)
}

function parseBracket(tokens: Tokens): Expression {
  if (tokens.is('select')) noCounterpart(tokens.place, 'A query within the query', 'Ask it on its own first.')
  const found = parseExpression(tokens)
  tokens.need(')', 'Close the bracket with ).')
  return found
}

/** Type words before a text literal, and the cast they mean. */
const typedTexts: Readonly<Record<string, string>> = {
  date: 'cast date',
  timestamp: 'cast timestamp',
  interval: 'interval',
}

/** Keywords that begin an expression. */
const words: Readonly<Record<string, (tokens: Tokens) => Expression>> = {
  true: (tokens) => value(true, tokens.takeAny()),
  false: (tokens) => value(false, tokens.takeAny()),
  null: (tokens) => value(null, tokens.takeAny()),
  case: (tokens) => parseCase(tokens, parseExpression),
  cast: (tokens) => parseCast(tokens, parseExpression),
  try_cast: (tokens) => parseCast(tokens, parseExpression),
}

function parseWord(tokens: Tokens): Expression | null {
  const token = tokens.next
  if (token?.kind !== 'word') return null
  const typed = lookUp(typedTexts, token.text)
  if (typed !== null && tokens.peek(1)?.kind === 'string') return parseTyped(tokens, typed)
  // LEFT and RIGHT are join keywords too.
  if (['left', 'right'].includes(token.text) && tokens.is('(', 1))
    return parseCall(tokens, tokens.takeAny().text, token, parseExpression)
  return lookUp(words, token.text)?.(tokens) ?? null
}

function parseTyped(tokens: Tokens, name: string): Expression {
  const start = tokens.takeAny()
  return call(name, [value(tokens.takeAny().text, start)], tokens.since(start))
}

function parseColumn(tokens: Tokens): Expression {
  const start = tokens.place
  if (tokens.is('exists')) noCounterpart(start, 'EXISTS', 'Ask about one dataset.')
  const path = [tokens.needName('Write a column or a value here.')]
  while (tokens.take('.')) {
    if (tokens.take('*')) return { kind: 'star', of: path.join('.'), ...tokens.since(start) }
    path.push(tokens.needName('After a dot write the name of a column.'))
  }
  const [only, ...more] = path
  if (!tokens.is('(')) return { kind: 'column', path, ...tokens.since(start) }
  if (more.length > 0)
    noCounterpart(tokens.since(start), `The function ${path.join('.')}`, 'Use a function by its name alone.')
  return parseCall(tokens, lowered(only ?? ''), start, parseExpression)
}
