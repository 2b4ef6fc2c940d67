import type { Dashboard } from '#core/dashboard/dashboard.ts'
import { columnsOfFilter, columnsOfQuery } from '#core/query/columns-of-query.ts'
import type { SemanticColumn, SemanticModel } from '#core/semantic/semantic-model.ts'

/** What a column is called and how it is written, and nothing of what it holds but how much. */
const described = ({ bulk: _bulk, twinOf: _twinOf, ...column }: SemanticColumn): SemanticColumn => ({
  ...column,
  values: [],
  range: null,
  synonyms: [],
})

/**
 * The part of a model that a visitor needs to draw a dashboard: the columns its tiles and filters name, without
 * their values or ranges, which may be in no tile.
 */
export function publicModel(model: SemanticModel, { tiles, filters }: Dashboard): SemanticModel {
  const mine = tiles.filter(({ query }) => query.dataset === model.dataset)
  const used = new Set([...mine.flatMap(({ query }) => columnsOfQuery(query)), ...filters.flatMap(columnsOfFilter)])
  return {
    ...model,
    columns: model.columns.filter(({ name }) => used.has(name)).map(described),
    timeColumn: model.timeColumn !== null && used.has(model.timeColumn) ? model.timeColumn : null,
  }
}
