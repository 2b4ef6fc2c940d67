import type { Dashboard, Tile } from '../dashboard/dashboard.ts'
import { columnsOfFilter, columnsOfQuery } from '../query/columns-of-query.ts'
import { namesBeside } from '../query/comparison.ts'
import { type Measure, nameOfMeasure } from '../query/measure.ts'
import type { Query } from '../query/query.ts'
import { type SemanticColumn, type SemanticModel, undecided } from '../semantic/semantic-model.ts'
import { isIdentifying, isPersonal } from './personal-columns.ts'

/** A measure as it is drawn: a formula is only a name. */
function publicMeasure(measure: Measure, tile: Tile): Measure {
  const { formula, filter: _, ...rest } = measure
  if (formula === undefined) return rest
  return { ...rest, as: measure.as ?? tile.title }
}

/** What drawing a tile takes of its Query: what its groups and figures are, and nothing of what they are computed of. */
function publicQuery(tile: Tile): Query {
  const { query } = tile
  const names = publicNames(tile)
  return {
    ...query,
    joins: [],
    calculations: [],
    filters: [],
    top: [],
    having: [],
    measures: query.measures.map((measure) => publicMeasure(measure, tile)),
    sort: query.sort.map(({ by, direction }) => ({ by: names.get(by) ?? by, direction })),
  }
}

/** What the columns of a tile's result are called for strangers, by their names in the Query: no formula is a name. */
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

/** May strangers read by which values of these columns a dashboard is filtered? */
function isPlain(names: readonly string[], models: readonly SemanticModel[]): boolean {
  return names.every((name) => {
    const found = models.flatMap(({ columns, rows }) =>
      columns.filter((column) => column.name === name).map((column) => ({ column, rows })),
    )
    return found.length > 0 && found.every(({ column, rows }) => !isPersonal(column) && !isIdentifying(column, rows))
  })
}

/**
 * A dashboard as strangers have it: what is drawn, without formulas, joins and filters of tiles. Its own filters are told
 * where they name no columns that tell persons or records apart. The figures are computed from the dashboard itself.
 */
export function publicDocument(document: Dashboard, models: readonly SemanticModel[]): Dashboard {
  return {
    ...document,
    tiles: document.tiles.map((tile) => ({ ...tile, query: publicQuery(tile) })),
    filters: document.filters.filter((filter) => isPlain(columnsOfFilter(filter), models)),
  }
}

/** Yes and no, or 1 and 0, whose mean is written in percent; any other range is nobody's business. */
const isYesOrNo = ({ range, distinct }: SemanticColumn): boolean => range?.min === 0 && range.max === 1 && distinct <= 2

/** What a column is called and how it is written. */
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

/**
 * The part of a model that drawing a public dashboard takes: label and format of the columns and measures that its tiles
 * show, and nothing else.
 */
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
