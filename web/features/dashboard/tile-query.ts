import type { Dashboard, Tile } from '#core/dashboard/dashboard.ts'
import type { Filter, Query } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'

/** Every column a filter speaks of. */
export function columnsOf(filter: Filter): readonly string[] {
  if ('filters' in filter) return filter.filters.flatMap(columnsOf)
  if ('filter' in filter) return columnsOf(filter.filter)
  return [filter.column]
}

/** What a tile asks under the dashboard's filters: those whose columns its dataset has. */
export function queryOfTile(tile: Tile, { filters }: Pick<Dashboard, 'filters'>, model: SemanticModel): Query {
  const known = new Set(model.columns.map(({ name }) => name))
  const fitting = filters.filter((filter) => columnsOf(filter).every((column) => known.has(column)))
  return fitting.length === 0 ? tile.query : { ...tile.query, filters: [...tile.query.filters, ...fitting] }
}
