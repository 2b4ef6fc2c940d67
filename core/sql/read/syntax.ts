import type { TextRange } from '../gate/refused.ts'

/**
 * Parsed SQL. A `call` is a function by name, or an operator by its sign or words: `+`, `and`, `in`, `is null`, `cast
 * date`, `case` (when, then, when, then, else).
 */
export type Expression = TextRange &
  (
    | { readonly kind: 'value'; readonly value: string | number | boolean | null }
    | { readonly kind: 'column'; readonly path: readonly string[] }
    | { readonly kind: 'star'; readonly of: string | null }
    | Call
  )

export type Call = TextRange & {
  readonly kind: 'call'
  readonly name: string
  readonly of: readonly Expression[]
  readonly isDistinct: boolean
  /** Aggregates only rows for which this is true. */
  readonly where: Expression | null
}

export type Item = TextRange & { readonly of: Expression; readonly as: string | null }
export type Order = TextRange & { readonly of: Expression; readonly descending: boolean }

export type Select = TextRange & {
  readonly isDistinct: boolean
  readonly items: readonly Item[]
  readonly source: FromItem
  readonly where: Expression | null
  readonly groupBy: readonly Expression[] | 'all'
  readonly having: Expression | null
  readonly orderBy: readonly Order[]
  readonly limit: number | null
  readonly offset: number
}

/** A FROM item and its alias. */
export type FromItem = TextRange & { readonly as: string; readonly of: Select | string }

export const call = (name: string, of: readonly Expression[], { from, to }: TextRange): Call => ({
  kind: 'call',
  name,
  of,
  isDistinct: false,
  where: null,
  from,
  to,
})

export const value = (of: string | number | boolean | null, { from, to }: TextRange): Expression => ({
  kind: 'value',
  value: of,
  from,
  to,
})

/** From the start of one place to the end of another. */
export const across = ({ from }: TextRange, { to }: TextRange): TextRange => ({ from, to })

/** Structural equality, ignoring places. */
export function isSame(one: Expression, other: Expression): boolean {
  if (one.kind === 'value') return other.kind === 'value' && one.value === other.value
  if (one.kind === 'column') return other.kind === 'column' && one.path.join('\0') === other.path.join('\0')
  if (one.kind === 'star') return other.kind === 'star'
  if (other.kind !== 'call') return false
  const areSame = one.name === other.name && one.isDistinct === other.isDistinct && one.of.length === other.of.length
  return areSame && isSameOrNone(one.where, other.where) && one.of.every((part, at) => isSameOrNone(part, other.of[at]))
}

const isSameOrNone = (one: Expression | null, other: Expression | null | undefined): boolean =>
  one === null || !other ? one === (other ?? null) : isSame(one, other)

/** Replaces the columns of an expression. */
export function mapColumns(
  node: Expression,
  change: (column: Extract<Expression, { kind: 'column' }>) => Expression,
): Expression {
  if (node.kind === 'column') return change(node)
  if (node.kind !== 'call') return node
  return {
    ...node,
    of: node.of.map((part) => mapColumns(part, change)),
    where: node.where && mapColumns(node.where, change),
  }
}

/** True if any node satisfies the predicate. */
export const some = (node: Expression, holds: (part: Expression) => boolean): boolean =>
  holds(node) ||
  (node.kind === 'call' &&
    (node.of.some((part) => some(part, holds)) || (node.where !== null && some(node.where, holds))))

/** True if an expression has more than `most` nodes; stops counting there. */
export function isLargerThan(node: Expression, most: number): boolean {
  let parts = 0
  return some(node, () => ++parts > most)
}
