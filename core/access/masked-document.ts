import type { Dashboard, Tile } from '../dashboard/dashboard.ts'
import type { Filter, Scalar } from '../query/filter.ts'
import type { Measure } from '../query/measure.ts'
import { query } from '../query/query.ts'
import type { KindId } from '../semantic/kinds/registry.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import { maskCell } from './mask.ts'
import type { Principal } from './principal.ts'
import { visibilityOf } from './visibility.ts'

/** Sensitive columns by name. */
type Sensitive = ReadonlyMap<string, KindId>

/** The model of a dataset, and what whoever asks is to it. */
export type SeenModel = { readonly model: SemanticModel; readonly principal: Principal }

/** Includes columns that rules restrict for the caller. */
const sensitiveIn = (models: readonly SeenModel[]): Sensitive =>
  new Map(
    models.flatMap(({ model, principal }) =>
      [...model.columns, ...model.hidden]
        .filter(({ name, isSensitive }) => isSensitive || visibilityOf(model, name, principal) !== null)
        .map(({ name, kind }) => [name, kind] as const),
    ),
  )

function masked(filter: Filter, sensitive: Sensitive): Filter {
  if ('filters' in filter) return { ...filter, filters: filter.filters.map((each) => masked(each, sensitive)) }
  if ('filter' in filter) return { ...filter, filter: masked(filter.filter, sensitive) }
  const kind = sensitive.get(filter.column)
  if (kind === undefined || filter.op === 'part') return filter
  const hide = (value: Scalar): string => String(maskCell(value, kind))
  if ('values' in filter) return { ...filter, values: filter.values.map(hide) }
  if ('text' in filter) return { ...filter, text: hide(filter.text) }
  if ('from' in filter) return { ...filter, from: hide(filter.from), to: hide(filter.to) }
  return 'value' in filter ? { ...filter, value: hide(filter.value) } : filter
}

function maskedTile(tile: Tile, sensitive: Sensitive): Tile {
  const { filters, measures, groups } = tile.query
  const inMeasure = (measure: Measure): Measure =>
    measure.filter ? { ...measure, filter: masked(measure.filter, sensitive) } : measure
  return {
    ...tile,
    query: {
      ...tile.query,
      filters: filters.map((filter) => masked(filter, sensitive)),
      measures: measures.map(inMeasure),
      ...(groups ? { groups: { ...groups, measures: groups.measures.map(inMeasure) } } : {}),
    },
  }
}

/**
 * A dashboard for a restricted caller: masks filter values on sensitive columns. For display only; figures are
 * computed from the original.
 */
export function maskedDocument(document: Dashboard, models: readonly SeenModel[]): Dashboard {
  const sensitive = sensitiveIn(models)
  if (sensitive.size === 0) return document
  return {
    ...document,
    tiles: document.tiles.map((tile) => maskedTile(tile, sensitive)),
    filters: document.filters.map((filter) => masked(filter, sensitive)),
  }
}

/** What is shown of a tile whose dataset somebody may not know of: that there is one. */
const unseenTile = (tile: Tile): Tile => ({
  ...tile,
  title: 'Not shared with you',
  query: { ...query.parse({ dataset: '' }), dataset: tile.query.dataset },
  chart: null,
})

/** A dashboard without the content of tiles whose datasets somebody may not know of. */
export const withoutUnseen = (document: Dashboard, seen: ReadonlySet<string>): Dashboard => ({
  ...document,
  tiles: document.tiles.map((tile) => {
    const of = [tile.query.dataset, ...tile.query.joins.map(({ dataset }) => dataset)]
    return of.every((dataset) => seen.has(dataset)) ? tile : unseenTile(tile)
  }),
})
