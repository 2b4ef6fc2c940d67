import type { Place } from '../gate/refused.ts'

/**
 * SQL as it was written. A `call` is a function by its name, or an operator by its sign or word: `+`, `and`, `in`,
 * `is null`, `cast date`, `case` (when, then, when, then, else).
 */
export type Expression = Place &
  (
    | { readonly kind: 'value'; readonly value: string | number | boolean | null }
    | { readonly kind: 'column'; readonly path: readonly string[] }
    | { readonly kind: 'star'; readonly of: string | null }
    | Call
  )

export type Call = Place & {
  readonly kind: 'call'
  readonly name: string
  readonly of: readonly Expression[]
  readonly isDistinct: boolean
  /** Only rows for which this is true are aggregated. */
  readonly where: Expression | null
}

export type Item = Place & { readonly of: Expression; readonly as: string | null }
export type Order = Place & { readonly of: Expression; readonly descending: boolean }

export type Select = Place & {
  readonly isDistinct: boolean
  readonly items: readonly Item[]
  readonly source: Source
  readonly where: Expression | null
  readonly groupBy: readonly Expression[] | 'all'
  readonly having: Expression | null
  readonly orderBy: readonly Order[]
  readonly limit: number | null
  readonly offset: number
}

/** What is selected from, and by which name its columns can be called. */
export type Source = Place & { readonly as: string; readonly of: Select | string }

export const call = (name: string, of: readonly Expression[], { from, to }: Place): Call => ({
  kind: 'call',
  name,
  of,
  isDistinct: false,
  where: null,
  from,
  to,
})

export const value = (of: string | number | boolean | null, { from, to }: Place): Expression => ({
  kind: 'value',
  value: of,
  from,
  to,
})

/** From the beginning of one to the end of another. */
export const across = ({ from }: Place, { to }: Place): Place => ({ from, to })

/** Do two say the same, wherever they stand? */
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

/** The same with other columns in it. */
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

/** Does it hold anywhere within, or of the whole? */
export const some = (node: Expression, holds: (part: Expression) => boolean): boolean =>
  holds(node) ||
  (node.kind === 'call' &&
    (node.of.some((part) => some(part, holds)) || (node.where !== null && some(node.where, holds))))

/** Has it more than so many parts? Takes no longer than to count these. */
export function isLargerThan(node: Expression, most: number): boolean {
  let parts = 0
  return some(node, () => ++parts > most)
}
