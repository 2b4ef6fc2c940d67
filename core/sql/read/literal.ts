import type { Scalar } from '../../query/filter.ts'
import { isQuantity } from '../../query/type-rules.ts'
import { lowered } from '../gate/tokenize.ts'
import type { DatasetColumn } from './dataset.ts'
import type { Expression } from './syntax.ts'
import { noCounterpart, unexpected } from './unread.ts'

export type Literal = string | number | boolean

const moment = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3}0*)?)?)?$/

/** A literal value; null for other expressions. Refuses NULL, because nothing equals it. */
export function literalOf(node: Expression): Literal | null {
  if (node.kind === 'value') {
    if (node.value !== null) return node.value
    return unexpected(node, 'Nothing is equal to NULL, nor different from it.', 'Write IS NULL or IS NOT NULL.')
  }
  if (node.kind !== 'call' || !['cast date', 'cast timestamp'].includes(node.name)) return null
  const inner = node.of[0] && literalOf(node.of[0])
  if (typeof inner !== 'string') return null
  return node.name === 'cast date' && moment.test(inner) ? inner.slice(0, 10) : inner
}

/** The value as a filter on a column stores it, converted as DuckDB would beside that column. */
export function scalarFor(node: Expression, column: Pick<DatasetColumn, 'name' | 'type' | 'scale'>): Scalar | null {
  const literal = literalOf(node)
  if (literal === null) return null
  const found = scalarOf(literal, column)
  if (found !== null) return found
  return noCounterpart(
    node,
    `Comparing ${column.name} with ${JSON.stringify(literal)}`,
    'Compare it with a value of its own kind.',
  )
}

function scalarOf(literal: Literal, { type, scale }: Pick<DatasetColumn, 'type' | 'scale'>): Scalar | null {
  if (isQuantity(type)) return numberOf(literal, scale)
  if (type === 'boolean') return booleanOf(literal)
  if (typeof literal !== 'string') return null
  return type === 'text' ? literal : momentOf(literal, type === 'date')
}

function numberOf(literal: Literal, scale: number): number | null {
  if (typeof literal === 'boolean' || String(literal).trim() === '') return null
  const number = Number(literal) * scale
  return Number.isFinite(number) ? number : null
}

function booleanOf(literal: Literal): boolean | null {
  if (typeof literal === 'boolean') return literal
  const text = lowered(String(literal))
  return text === 'true' ? true : text === 'false' ? false : null
}

/** A day for date columns; otherwise an instant, because a day beside a timestamp means its first moment. */
function momentOf(text: string, isDate: boolean): string | null {
  const match = moment.exec(text.trim())
  if (!match) return null
  const [, day = '', clock, seconds = ':00'] = match
  return clock === undefined && isDate ? day : `${day}T${clock ?? '00:00'}${seconds.replace(/(\.\d{3})0+$/, '$1')}Z`
}
