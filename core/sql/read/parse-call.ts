import type { TextRange } from '../gate/refused.ts'
import { lookUp } from './look-up.ts'
import { type Call, call, type Expression, value } from './syntax.ts'
import type { Tokens } from './tokens.ts'
import { noCounterpart } from './unread.ts'

/** Parses an expression whose operators bind tighter than `strength`. */
export type Parse = (tokens: Tokens, strength?: number) => Expression

/** Parses the arguments of a function whose name is already taken. */
export function parseCall(tokens: Tokens, name: string, start: TextRange, parse: Parse): Expression {
  if (name === 'extract') return parseExtract(tokens, start, parse)
  tokens.need('(', 'Open a bracket.')
  const isDistinct = tokens.take('distinct')
  const of = parseArguments(tokens, parse)
  if (tokens.is('order')) noCounterpart(tokens.place, 'ORDER BY within a function', 'Leave it out.')
  tokens.need(')', 'Close the bracket with ).')
  const where = parseFilter(tokens, parse)
  if (tokens.is('over')) {
    const instead = 'Choose a running total, a moving average, a rank or a share there.'
    noCounterpart(tokens.place, 'A window (OVER)', instead)
  }
  if (tokens.is('within')) noCounterpart(tokens.place, 'WITHIN GROUP', 'Write quantile_cont(column, 0.9).')
  return { ...call(name, of, tokens.since(start)), isDistinct, where }
}

function parseArguments(tokens: Tokens, parse: Parse): readonly Expression[] {
  if (tokens.is(')')) return []
  const list = [parse(tokens)]
  while (tokens.take(',')) list.push(parse(tokens))
  return list
}

function parseFilter(tokens: Tokens, parse: Parse): Expression | null {
  if (!tokens.take('filter')) return null
  tokens.need('(', 'Write FILTER (WHERE …).')
  tokens.take('where')
  const where = parse(tokens)
  tokens.need(')', 'Close the bracket with ).')
  return where
}

/** `extract(month FROM column)` is `date_part('month', column)`. */
function parseExtract(tokens: Tokens, start: TextRange, parse: Parse): Expression {
  tokens.need('(', 'Open a bracket.')
  const part = tokens.takeAny()
  tokens.need('from', 'Write extract(month FROM column).')
  const of = parse(tokens)
  tokens.need(')', 'Close the bracket with ).')
  return call('date_part', [value(part.text, part), of], tokens.since(start))
}

export function parseCase(tokens: Tokens, parse: Parse): Expression {
  const start = tokens.takeAny()
  const subject = tokens.is('when') ? null : parse(tokens)
  const parts: Expression[] = []
  while (tokens.take('when')) {
    const when = parse(tokens)
    tokens.need('then', 'Write CASE WHEN … THEN … END.')
    parts.push(subject ? call('=', [subject, when], when) : when, parse(tokens))
  }
  if (parts.length === 0) tokens.unexpected('Write CASE WHEN … THEN … END.')
  if (tokens.take('else')) parts.push(parse(tokens))
  tokens.need('end', 'Close CASE with END.')
  return call('case', parts, tokens.since(start))
}

export function parseCast(tokens: Tokens, parse: Parse): Expression {
  const start = tokens.takeAny()
  tokens.need('(', 'Write CAST(column AS DATE).')
  const of = parse(tokens)
  tokens.need('as', 'Write CAST(column AS DATE).')
  const found = toType(of, tokens)
  tokens.need(')', 'Close the bracket with ).')
  return { ...found, ...tokens.since(start) }
}

const types: Readonly<Record<string, string>> = {
  date: 'date',
  timestamp: 'timestamp',
  datetime: 'timestamp',
  double: 'number',
  float8: 'number',
  bigint: 'whole',
  integer: 'whole',
  int: 'whole',
  int8: 'whole',
  varchar: 'text',
  text: 'text',
  string: 'text',
}

/** A cast to the type that follows. */
export function toType(of: Expression, tokens: Tokens): Call {
  const token = tokens.takeAny()
  const type = token.kind === 'word' ? lookUp(types, token.text) : null
  if (type === null) return noCounterpart(token, `The type ${token.text.slice(0, 40)}`, 'Leave the cast out.')
  if (token.text === 'double') tokens.take('precision')
  return call(`cast ${type}`, [of], tokens.since(of))
}
