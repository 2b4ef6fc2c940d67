import type { Query } from '../../query/query.ts'
import { pieceOf, piecesOf, type Piece } from '../pieces.ts'
import type { Reading } from '../reading.ts'
import type { Change } from './change-reading.ts'

/** The piece of a reading that a chip shows; null where the reading has none of that name. */
export const pieceNamed = ({ query, chart }: Pick<Reading, 'query' | 'chart'>, name: string): Piece | null =>
  piecesOf(query, chart).find((each) => pieceOf(each) === name) ?? null

const usualLimit = 10_000

const replaced = <Part>(parts: readonly Part[], old: Part, by: Part | null): Part[] => {
  const key = JSON.stringify(old)
  return parts.flatMap((each) => (JSON.stringify(each) === key ? (by === null ? [] : [by]) : [each]))
}

/** The part of the Query in which pieces of a kind stand as a list. */
const lists = {
  measure: 'measures',
  dimension: 'dimensions',
  filter: 'filters',
  top: 'top',
  having: 'having',
  sort: 'sort',
} as const

type Listed = Extract<Piece, { readonly kind: keyof typeof lists }>
const isListed = (piece: Piece): piece is Listed => piece.kind in lists

type Single = Exclude<Piece, Listed | Extract<Piece, { readonly kind: 'kept' | 'groups' }>>

type OfGroups = Extract<Piece, { readonly kind: 'kept' | 'groups' }>
const isOfGroups = (piece: Piece | null): piece is OfGroups => piece?.kind === 'kept' || piece?.kind === 'groups'

/** Nothing of a kind of piece that stands once in a reading. */
const nothing: Readonly<Record<Single['kind'], Change>> = {
  chart: { chart: null },
  limit: { query: { limit: usualLimit } },
  columns: { query: { columns: [] } },
  statistic: { query: { statistic: undefined } },
  compare: { query: { compare: undefined } },
}

/** Conditions on the groups that a Query is over; the groups themselves stay. */
function replaceInGroups({ groups }: Query, old: Piece, by: Piece | null): Change {
  if (!groups || old.kind !== 'kept') return {}
  const having = replaced<unknown>(groups.having, old.of, by?.of ?? null) as typeof groups.having
  return { query: { groups: { ...groups, having } } }
}

function putSingle(by: Single): Change {
  if (by.kind === 'chart') return { chart: by.of }
  return { query: { [by.kind]: by.of } }
}

/** Puts another piece of the same kind where one stands, or takes it away. */
export function replacePiece(asked: Query, old: Piece, by: Piece | null): Change {
  if (by !== null && by.kind !== old.kind) return {}
  if (isOfGroups(old) || isOfGroups(by)) return replaceInGroups(asked, old, by)
  if (!isListed(old)) return by === null || isListed(by) ? nothing[old.kind] : putSingle(by)
  const name = lists[old.kind]
  const change = { [name]: replaced<unknown>(asked[name], old.of, by === null ? null : by.of) }
  const isLastSort = old.kind === 'sort' && by === null && asked.sort.length === 1
  return { query: isLastSort ? { ...change, limit: usualLimit } : change }
}

/** Is there still something to ask without it? */
export function isRemovable({ query }: Pick<Reading, 'query'>, { kind }: Piece): boolean {
  if (kind === 'columns' || kind === 'groups') return false
  if (kind === 'measure') return query.measures.length > 1
  if (kind === 'dimension') return query.measures.length > 0 || query.dimensions.length > 1
  return true
}
