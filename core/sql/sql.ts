import type { Scalar } from '../query/filter.ts'

/** The database type of a value. Moments are milliseconds since 1970 UTC. */
export type ValueKind = 'text' | 'number' | 'boolean' | 'date' | 'timestamp'

export type Piece =
  | { readonly type: 'text'; readonly text: string }
  /** An identifier by its path: a column, or a table in its schema. */
  | { readonly type: 'name'; readonly path: readonly string[] }
  /** A value of a Query: bound when the SQL runs, written as a literal for people. */
  | { readonly type: 'value'; readonly value: Scalar; readonly kind: ValueKind }
  /** A value of this program, always written as a literal. */
  | { readonly type: 'constant'; readonly value: Scalar; readonly kind: ValueKind }

/**
 * An SQL fragment with separate values. Only the tag `sql` creates it: a `${}` that is not SQL becomes a bound value.
 */
export class Sql {
  readonly pieces: readonly Piece[]
  constructor(pieces: readonly Piece[]) {
    this.pieces = pieces
  }
}

const text = (written: string): Piece => ({ type: 'text', text: written })

export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | Scalar)[]): Sql {
  return new Sql([
    text(strings[0] ?? ''),
    ...parts.flatMap((part, at) => [
      ...(part instanceof Sql ? part.pieces : value(part).pieces),
      text(strings[at + 1] ?? ''),
    ]),
  ])
}

const kindOf = (of: Scalar): ValueKind =>
  typeof of === 'string' ? 'text' : typeof of === 'number' ? 'number' : 'boolean'

/** A bound value. */
export const value = (of: Scalar, kind: ValueKind = kindOf(of)): Sql => new Sql([{ type: 'value', value: of, kind }])

/** A literal of this program. */
export const constant = (of: Scalar, kind: ValueKind = kindOf(of)): Sql =>
  new Sql([{ type: 'constant', value: of, kind }])

/** A quoted identifier. */
export const name = (...path: readonly string[]): Sql => new Sql([{ type: 'name', path }])

/** Joins fragments with a separator. */
export const list = (parts: readonly Sql[], between: Sql = sql`, `): Sql =>
  new Sql(parts.flatMap((part, at) => (at === 0 ? part.pieces : [...between.pieces, ...part.pieces])))

/** Conjunction and disjunction; brackets several conditions. */
export const every = (parts: readonly Sql[]): Sql => bracketed(parts, sql` AND `, sql`1 = 1`)
export const any = (parts: readonly Sql[]): Sql => bracketed(parts, sql` OR `, sql`1 = 0`)

function bracketed(parts: readonly Sql[], between: Sql, none: Sql): Sql {
  const [only] = parts
  if (!only) return none
  return parts.length === 1 ? only : sql`(${list(parts, between)})`
}
