import { lowered } from '../gate/tokenize.ts'
import { lookUp } from './look-up.ts'
import { parseExpression, parseList } from './parse-expression.ts'
import type { Expression, Item, Order, Select, FromItem } from './syntax.ts'
import type { Tokens } from './tokens.ts'
import { noCounterpart } from './unread.ts'

type Parts = ReadonlyMap<string, Select>

/** Parses a statement: WITH parts and the final SELECT. */
export function parseStatement(tokens: Tokens): Select {
  const parts = new Map<string, Select>()
  if (tokens.take('with')) {
    if (tokens.is('recursive')) noCounterpart(tokens.place, 'WITH RECURSIVE', 'Ask about one dataset.')
    do {
      const name = tokens.needName('After WITH write a name, then AS.')
      tokens.need('as', 'Write WITH name AS (SELECT …).')
      tokens.need('(', 'Write WITH name AS (SELECT …).')
      parts.set(lowered(name), parseSelect(tokens, parts))
      tokens.need(')', 'Close the bracket with ).')
    } while (tokens.take(','))
  }
  const found = parseSelect(tokens, parts)
  while (tokens.take(';'));
  return tokens.next ? refuseRest(tokens) : found
}

const rest: Readonly<Record<string, string>> = {
  union: 'Ask each part on its own.',
  except: 'Say what to leave out with WHERE.',
  intersect: 'Say what to keep with WHERE.',
  qualify: 'Keep the first by a value there.',
  window: 'Choose a running total, a moving average, a rank or a share there.',
  using: 'Leave the sample out.',
  fetch: 'Write LIMIT.',
}

function refuseRest(tokens: Tokens): never {
  const word = tokens.next?.kind === 'word' ? tokens.next.text : ''
  const instead = lookUp(rest, word)
  if (instead !== null) noCounterpart(tokens.place, word.toUpperCase(), instead)
  return tokens.unexpected('Write one SELECT, in the order SELECT, FROM, WHERE, GROUP BY, HAVING, ORDER BY, LIMIT.')
}

function parseSelect(tokens: Tokens, parts: Parts): Select {
  return tokens.within(() => {
    const start = tokens.place
    tokens.need('select', 'Begin with SELECT.')
    const isDistinct = tokens.take('distinct')
    if (isDistinct && tokens.is('on')) noCounterpart(tokens.place, 'DISTINCT ON', 'Group by the columns.')
    tokens.take('all')
    const items = parseItems(tokens)
    const source = parseFrom(tokens, parts)
    const where = tokens.take('where') ? parseExpression(tokens) : null
    const groupBy = tokens.take('group', 'by') ? parseGroups(tokens) : []
    const having = tokens.take('having') ? parseExpression(tokens) : null
    const orderBy = tokens.take('order', 'by') ? parseOrders(tokens) : []
    return { isDistinct, items, source, where, groupBy, having, orderBy, ...parsePage(tokens), ...tokens.since(start) }
  })
}

function parseItems(tokens: Tokens): readonly Item[] {
  const items: Item[] = []
  do {
    const start = tokens.place
    const of = parseExpression(tokens)
    if (of.kind === 'star' && ['exclude', 'replace', 'except'].some((word) => tokens.is(word)))
      noCounterpart(tokens.place, 'A * with some columns left out', 'Name the columns.')
    const as = tokens.take('as') ? tokens.needName('After AS write a name.') : of.kind === 'star' ? null : tokens.name()
    items.push({ of, as, ...tokens.since(start) })
  } while (tokens.take(','))
  return items
}

const joins = ['join', 'left', 'right', 'full', 'inner', 'cross', 'natural', 'asof', 'positional', 'semi', 'anti', ',']

function parseFrom(tokens: Tokens, parts: Parts): FromItem {
  if (!tokens.take('from')) return tokens.unexpected('After what is selected write FROM and a dataset.')
  const start = tokens.place
  const source = parseSource(tokens, parts)
  const named = tokens.take('as') || !joins.some((word) => tokens.is(word)) ? tokens.name() : null
  const as = named ?? source.name
  if (joins.some((word) => tokens.is(word)))
    noCounterpart(tokens.place, 'A second dataset', 'There, columns of related datasets stand beside its own.')
  return { as, of: source.of, ...tokens.since(start) }
}

function parseSource(tokens: Tokens, parts: Parts): { readonly of: Select | string; readonly name: string } {
  if (tokens.take('(')) {
    const of = parseSelect(tokens, parts)
    tokens.need(')', 'Close the bracket with ).')
    return { of, name: '' }
  }
  const start = tokens.place
  const name = tokens.needName('After FROM write the name of a dataset.')
  if (tokens.is('('))
    noCounterpart(tokens.since(start), `StatementReader from ${name}(…)`, 'Write the name of a dataset.')
  if (tokens.is('.')) noCounterpart(tokens.since(start), 'A schema', 'Use the name of the dataset alone.')
  return { of: parts.get(lowered(name)) ?? name, name }
}

function parseGroups(tokens: Tokens): readonly Expression[] | 'all' {
  if (tokens.take('all')) return 'all'
  for (const word of ['rollup', 'cube', 'grouping'])
    if (tokens.is(word)) noCounterpart(tokens.place, word.toUpperCase(), 'Switch on totals there.')
  return parseList(tokens)
}

function parseOrders(tokens: Tokens): readonly Order[] {
  const orders: Order[] = []
  do {
    const start = tokens.place
    const of = parseExpression(tokens)
    const descending = tokens.take('desc')
    if (!descending) tokens.take('asc')
    if (tokens.are('nulls', 'first')) noCounterpart(tokens.place, 'NULLS FIRST', 'Nulls stand last; leave it out.')
    tokens.take('nulls', 'last')
    orders.push({ of, descending, ...tokens.since(start) })
  } while (tokens.take(','))
  return orders
}

function parsePage(tokens: Tokens): Pick<Select, 'limit' | 'offset'> {
  let [limit, offset]: [number | null, number] = [null, 0]
  for (;;) {
    if (tokens.take('limit')) limit = tokens.take('all') ? null : parseRows(tokens)
    else if (tokens.take('offset')) offset = parseRows(tokens)
    else return { limit, offset }
  }
}

function parseRows(tokens: Tokens): number {
  const token = tokens.takeAny()
  const rows = token.kind === 'number' ? Number(token.text) : Number.NaN
  if (!Number.isSafeInteger(rows) || tokens.is('%'))
    return noCounterpart(token, 'A number of rows that is computed', 'Write a whole number.')
  tokens.take('rows')
  return rows
}
