import { columnsOfFilter } from '../query/columns-of-query.ts'
import type { Query } from '../query/query.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { Dashboard, Tile } from './dashboard.ts'

/** What a tile asks under the dashboard's filters: those whose columns its dataset has. */
export function queryOfTile(
  { query }: Pick<Tile, 'query'>,
  { filters }: Pick<Dashboard, 'filters'>,
  { columns, hidden }: Pick<SemanticModel, 'columns' | 'hidden'>,
): Query {
  const known = new Set([...columns, ...hidden].map(({ name }) => name))
  const fitting = filters.filter((filter) => columnsOfFilter(filter).every((column) => known.has(column)))
  return fitting.length === 0 ? query : { ...query, filters: [...query.filters, ...fitting] }
}
