import type { Dashboard, Tile } from '../dashboard/dashboard.ts'
import { columnsOfFilter, columnsOfQuery } from '../query/columns-of-query.ts'
import { namesBeside } from '../query/comparison.ts'
import { type Measure, nameOfMeasure } from '../query/measure.ts'
import type { Query } from '../query/query.ts'
import { type SemanticColumn, type SemanticModel, undecided } from '../semantic/semantic-model.ts'
import { isIdentifying, isPersonal } from './personal-columns.ts'

/** A measure for drawing; formulas are reduced to their name. */
function publicMeasure(measure: Measure, tile: Tile): Measure {
  const { formula, filter: _, ...rest } = measure
  if (formula === undefined) return rest
  return { ...rest, as: measure.as ?? tile.title }
}

/** The part of a tile's Query that drawing needs: names of groups and figures, not their definition. */
function publicQuery(tile: Tile): Query {
  const { query } = tile
  const names = publicNames(tile)
  return {
    ...query,
    joins: [],
    calculations: [],
    filters: [],
    top: [],
    groups: undefined,
    having: [],
    measures: query.measures.map((measure) => publicMeasure(measure, tile)),
    sort: query.sort.map(({ by, direction }) => ({ by: names.get(by) ?? by, direction })),
  }
}

/** Public names of a tile's result columns; formulas are not used as names. */
export function publicNames(tile: Tile): ReadonlyMap<string, string> {
  return new Map(
    tile.query.measures.flatMap((measure) => {
      const [own, told] = [nameOfMeasure(measure), nameOfMeasure(publicMeasure(measure, tile))]
      const [beside, besideTold] = [own, told].map(namesBeside)
      return [
        [own, told] as const,
        ...(['previous', 'change', 'percent'] as const).map(
          (which) => [beside?.[which] ?? own, besideTold?.[which] ?? told] as const,
        ),
      ]
    }),
  )
}

/** True if filter values on these columns may be public. */
function isPlain(names: readonly string[], models: readonly SemanticModel[]): boolean {
  return names.every((name) => {
    const found = models.flatMap(({ columns, rows }) =>
      columns.filter((column) => column.name === name).map((column) => ({ column, rows })),
    )
    return found.length > 0 && found.every(({ column, rows }) => !isPersonal(column) && !isIdentifying(column, rows))
  })
}

/**
 * A dashboard for strangers: only what is drawn, without formulas, joins and tile filters. Its own filters are
 * included unless they name identifying or personal columns. Figures are computed from the original.
 */
export function publicDocument(document: Dashboard, models: readonly SemanticModel[]): Dashboard {
  return {
    ...document,
    tiles: document.tiles.map((tile) => ({ ...tile, query: publicQuery(tile) })),
    filters: document.filters.filter((filter) => isPlain(columnsOfFilter(filter), models)),
  }
}

/** A boolean, or 1 and 0, whose mean is shown in percent; other ranges are not disclosed. */
const isYesOrNo = ({ range, distinct }: SemanticColumn): boolean => range?.min === 0 && range.max === 1 && distinct <= 2

/** Label and format of a column. */
function publicColumn(column: SemanticColumn): SemanticColumn {
  const { name, label, type, role, format, kind, defaultAggregate } = column
  const known = isYesOrNo(column)
  return {
    name,
    label,
    type,
    role,
    format,
    kind,
    isSensitive: false,
    synonyms: [],
    aggregates: [defaultAggregate],
    defaultAggregate,
    distinct: known ? column.distinct : 0,
    nulls: 0,
    range: known ? column.range : null,
    values: [],
  }
}

/** The part of a model that drawing needs: labels and formats of the displayed columns and measures. */
export function publicModel(model: SemanticModel, shown: Dashboard): SemanticModel {
  const mine = shown.tiles.filter(({ query }) => query.dataset === model.dataset)
  const used = new Set([
    ...mine.flatMap(({ query }) => columnsOfQuery(query)),
    ...shown.filters.flatMap(columnsOfFilter),
  ])
  const names = new Set(mine.flatMap(({ query }) => query.measures.map(nameOfMeasure)))
  const { dataset, entity, calendar, timeColumn, timeGrain } = model
  return {
    ...undecided,
    dataset,
    name: '',
    rows: 0,
    entity,
    calendar,
    columns: model.columns.filter(({ name }) => used.has(name)).map(publicColumn),
    calculations: model.calculations
      .filter(({ name }) => used.has(name))
      .map((column) => ({ ...publicColumn(column), formula: '' })),
    measures: model.measures
      .filter(({ name, label }) => names.has(name) || names.has(label))
      .map(({ name, label, format }) => ({ name, label, format, formula: '', synonyms: [] })),
    timeColumn: timeColumn !== null && used.has(timeColumn) ? timeColumn : null,
    timeGrain: timeColumn !== null && used.has(timeColumn) ? timeGrain : null,
  }
}
