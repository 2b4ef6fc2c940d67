import type { Scalar } from '../query/filter.ts'

/** What kind of value it is to a database. Moments are given as milliseconds since 1970 UTC. */
export type ValueKind = 'text' | 'number' | 'boolean' | 'date' | 'timestamp'

export type Piece =
  | { readonly type: 'text'; readonly text: string }
  /** An identifier, by its path: a column, or a table within its schema. */
  | { readonly type: 'name'; readonly path: readonly string[] }
  /** A value of a Query: bound where the SQL is run, written in where a person reads it. */
  | { readonly type: 'value'; readonly value: Scalar; readonly kind: ValueKind }
  /** A value that this program made up itself, and that is always written in. */
  | { readonly type: 'constant'; readonly value: Scalar; readonly kind: ValueKind }

/**
 * A piece of SQL whose values are still values. Made by `sql`, never out of strings: whatever stands in `${}` and is
 * no SQL itself becomes a bound value.
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

/** A value of this program's own making, written into the text. */
export const constant = (of: Scalar, kind: ValueKind = kindOf(of)): Sql =>
  new Sql([{ type: 'constant', value: of, kind }])

/** An identifier by its path, quoted as the dialect does. */
export const name = (...path: readonly string[]): Sql => new Sql([{ type: 'name', path }])

/** Fragments in a row, with something between them. */
export const list = (parts: readonly Sql[], between: Sql = sql`, `): Sql =>
  new Sql(parts.flatMap((part, at) => (at === 0 ? part.pieces : [...between.pieces, ...part.pieces])))

/** Conditions of which all, or any, must hold; in brackets where there are several. */
export const every = (parts: readonly Sql[]): Sql => bracketed(parts, sql` AND `, sql`1 = 1`)
export const any = (parts: readonly Sql[]): Sql => bracketed(parts, sql` OR `, sql`1 = 0`)

function bracketed(parts: readonly Sql[], between: Sql, none: Sql): Sql {
  const [only] = parts
  if (!only) return none
  return parts.length === 1 ? only : sql`(${list(parts, between)})`
}
