import type { Dashboard, Tile } from '#core/dashboard/dashboard.ts'
import { columnsOfFilter } from '#core/query/columns-of-query.ts'
import type { Query } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'

/** What a tile asks under the dashboard's filters: those whose columns its dataset has. */
export function queryOfTile(tile: Tile, { filters }: Pick<Dashboard, 'filters'>, model: SemanticModel): Query {
  const known = new Set(model.columns.map(({ name }) => name))
  const fitting = filters.filter((filter) => columnsOfFilter(filter).every((column) => known.has(column)))
  return fitting.length === 0 ? tile.query : { ...tile.query, filters: [...tile.query.filters, ...fitting] }
}
