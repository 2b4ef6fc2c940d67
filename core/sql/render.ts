import type { Dialect } from './dialects/dialect.ts'
import type { Piece, Sql } from './sql.ts'

/** A statement for a driver; values are in placeholder order. */
export type Statement = { readonly text: string; readonly values: readonly (string | number | boolean)[] }

/** Renders SQL with a placeholder per value. */
export function render({ pieces }: Sql, dialect: Dialect): Statement {
  const values: (string | number | boolean)[] = []
  const written = pieces.map((piece) => {
    if (piece.type !== 'value') return written1(piece, dialect)
    values.push(dialect.bound(piece.value, piece.kind))
    return dialect.placeholder(values.length, piece.kind)
  })
  return { text: written.join(''), values }
}

/** Renders SQL with escaped literals, for people to read and run. */
export const renderWritten = ({ pieces }: Sql, dialect: Dialect): string =>
  pieces.map((piece) => written1(piece, dialect)).join('')

function written1(piece: Piece, dialect: Dialect): string {
  if (piece.type === 'text') return piece.text
  if (piece.type === 'name') return piece.path.map(dialect.quote).join('.')
  return dialect.literal(piece.value, piece.kind)
}
