import type { Dashboard } from '#core/dashboard/dashboard.ts'
import { columnsOfFilter, columnsOfQuery } from '#core/query/columns-of-query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'

/**
 * The part of a model that a visitor needs to draw a dashboard: the columns its tiles and filters name, without
 * their values or ranges, which may be in no tile.
 */
export function publicModel(model: SemanticModel, { tiles, filters }: Dashboard): SemanticModel {
  const mine = tiles.filter(({ query }) => query.dataset === model.dataset)
  const used = new Set([...mine.flatMap(({ query }) => columnsOfQuery(query)), ...filters.flatMap(columnsOfFilter)])
  return {
    ...model,
    columns: model.columns
      .filter(({ name }) => used.has(name))
      .map((column) => ({ ...column, values: [], range: null, synonyms: [] })),
    timeColumn: model.timeColumn !== null && used.has(model.timeColumn) ? model.timeColumn : null,
  }
}
