import type { ChartSpec } from '../charts/chart.ts'
import type { Dimension } from '../query/dimension.ts'
import type { Filter } from '../query/filter.ts'
import type { Groups } from '../query/groups.ts'
import type { Measure } from '../query/measure.ts'
import type { Query, Sort } from '../query/query.ts'
import type { RowStatisticId } from '../stats/rows/registry.ts'

/** A part of a Query, or of how it is shown, that a chip shows and a person may change. */
export type Piece =
  | { readonly kind: 'measure'; readonly of: Measure }
  | { readonly kind: 'columns'; readonly of: readonly string[] }
  | { readonly kind: 'statistic'; readonly of: RowStatisticId }
  | { readonly kind: 'dimension'; readonly of: Dimension }
  | { readonly kind: 'filter'; readonly of: Filter }
  | { readonly kind: 'top'; readonly of: Query['top'][number] }
  | { readonly kind: 'having'; readonly of: Filter }
  /** The groups that the Query is over, without the conditions that keep some. */
  | { readonly kind: 'groups'; readonly of: Groups }
  /** A condition on those groups. */
  | { readonly kind: 'kept'; readonly of: Filter }
  | { readonly kind: 'sort'; readonly of: Sort }
  | { readonly kind: 'limit'; readonly of: number }
  | { readonly kind: 'compare'; readonly of: NonNullable<Query['compare']> }
  | { readonly kind: 'chart'; readonly of: ChartSpec }

/**
 * The name of a piece: its kind and its content. It is the same for equal pieces of two Queries, so what is known of a
 * piece is found again after another piece was changed. Keys stand as the Query's schema orders them.
 */
export const pieceOf = ({ kind, of }: Piece): string =>
  kind === 'columns' || kind === 'chart' ? kind : `${kind} ${JSON.stringify(of)}`

/** More rows than this are no choice of the person who asks, but the end of a list. */
const mostChosen = 1000

const piecesOfGroups = ({ groups }: Query): readonly Piece[] =>
  groups
    ? [{ kind: 'groups', of: { ...groups, having: [] } }, ...groups.having.map((of) => ({ kind: 'kept' as const, of }))]
    : []

/** The pieces of a Query and its chart, in the order in which chips show them. */
export function piecesOf(asked: Query, chart: ChartSpec | null): readonly Piece[] {
  return [
    ...(asked.statistic === undefined ? [] : [{ kind: 'statistic' as const, of: asked.statistic }]),
    ...asked.measures.map((of) => ({ kind: 'measure' as const, of })),
    ...(asked.columns.length > 0 ? [{ kind: 'columns' as const, of: asked.columns }] : []),
    ...asked.dimensions.map((of) => ({ kind: 'dimension' as const, of })),
    ...piecesOfGroups(asked),
    ...asked.filters.map((of) => ({ kind: 'filter' as const, of })),
    ...asked.top.map((of) => ({ kind: 'top' as const, of })),
    ...asked.having.map((of) => ({ kind: 'having' as const, of })),
    ...(asked.compare ? [{ kind: 'compare' as const, of: asked.compare }] : []),
    ...asked.sort.map((of) => ({ kind: 'sort' as const, of })),
    ...(asked.sort.length > 0 && asked.limit < mostChosen ? [{ kind: 'limit' as const, of: asked.limit }] : []),
    ...(chart ? [{ kind: 'chart' as const, of: chart }] : []),
  ]
}
