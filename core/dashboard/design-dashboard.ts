import { serves, typeFor } from '../charts/intent.ts'
import { chartTypeOf, chartTypes } from '../charts/registry.ts'
import type { Intent } from '../charts/chart.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import { chooseColumns } from './choose-columns.ts'
import type { Dashboard, Place, Tile } from './dashboard.ts'
import { gridColumns } from './grid-columns.ts'
import { draftCharts } from './draft-charts.ts'
import type { Draft } from './draft.ts'
import { draftNumbers } from './draft-numbers.ts'
import { draftTable } from './draft-table.ts'

/** How tall each kind of tile is, in rows of the grid. */
const heightFor = (intent: Intent): number => chartTypes[typeFor(intent)].size.h
const heights = { number: heightFor('figure'), chart: heightFor('comparison'), table: heightFor('rows') }

type Size = { readonly w: number; readonly h: number }

/** The size of a new tile, by how it shows its result. */
export function sizeFor(chartType: string | null): Size {
  return chartTypeOf(chartType)?.size ?? { w: 6, h: heights.chart }
}

/** How wide charts stand in each row, so that no row has a gap; a trend needs the most room. */
const afterTrend: readonly (readonly number[])[] = [
  [],
  [12],
  [8, 4],
  [12, 6, 6],
  [8, 4, 6, 6],
  [8, 4, 4, 4, 4],
  [8, 4, 6, 6, 6, 6],
]
const withoutTrend: readonly (readonly number[])[] = [
  [],
  [6],
  [6, 6],
  [4, 4, 4],
  [6, 6, 6, 6],
  [6, 6, 4, 4, 4],
  [6, 6, 6, 6, 6, 6],
]

const widthsOfCharts = (charts: readonly Draft[]): readonly number[] =>
  (serves(charts[0]?.chart.type, 'trend') ? afterTrend : withoutTrend)[charts.length] ?? []

/** Heights in pixels of a table's head with its title and the gap below, of one of its rows, and of a row of the grid. */
const tableHead = 89
const tableRow = 33
const gridRow = 72

/** As tall as its groups need, as far as the model tells how many there are. */
function heightOfTable({ query }: Draft, { columns }: SemanticModel): number {
  const [dimension] = query.dimensions
  const column = columns.find(({ name }) => name === dimension?.column)
  if (column === undefined || dimension?.grain !== undefined) return heights.table
  const groups = Math.min(query.limit, column.distinct + (column.nulls > 0 ? 1 : 0))
  return Math.max(3, Math.min(heights.table, Math.ceil((tableHead + groups * tableRow) / gridRow)))
}

/** The table stands below the charts, over the whole width; beside the chart where there is only one of half the width. */
function placeTable(table: Draft, charts: readonly Place[], model: SemanticModel): Place {
  const [only, ...more] = charts
  const bottom = below(charts, 0)
  if (only && more.length === 0 && only.w < gridColumns)
    return { x: only.w, y: only.y, w: gridColumns - only.w, h: only.h }
  return { x: 0, y: bottom, w: gridColumns, h: heightOfTable(table, model) }
}

function widthsOfNumbers(count: number): number[] {
  return Array.from({ length: count }, () => Math.floor(gridColumns / Math.max(1, count)))
}

/** Places of the widths given, left to right, row by row, all of one height. */
function flow(widths: readonly number[], h: number, top: number): Place[] {
  let x = 0
  let y = top
  return widths.map((w) => {
    if (x + w > gridColumns) {
      x = 0
      y += h
    }
    const place = { x, y, w, h }
    x += w
    return place
  })
}

const below = (places: readonly Place[], top: number): number =>
  places.reduce((bottom, { y, h }) => Math.max(bottom, y + h), top)

/** A first dashboard for a dataset: what it comes to, how it moves and splits, and a table of its groups. */
export function designDashboard(model: SemanticModel, newTileId: (n: number) => string): Dashboard {
  const chosen = chooseColumns(model)
  const numbers = draftNumbers(model, chosen)
  const charts = draftCharts(model, chosen)
  const tables = draftTable(model, chosen)
  const first = flow(widthsOfNumbers(numbers.length), heights.number, 0)
  const second = flow(widthsOfCharts(charts), heights.chart, below(first, 0))
  const third = tables.map((table) => placeTable(table, second.length > 0 ? second : first, model))
  const drafts: readonly Draft[] = [...numbers, ...charts, ...tables]
  const places = [...first, ...second, ...third]
  const tiles = drafts.flatMap((each, at): Tile[] => {
    const place = places[at]
    return place ? [{ id: newTileId(at), title: each.title, place, query: each.query, chart: each.chart }] : []
  })
  return { title: model.name.trim().slice(0, 200) || 'Dashboard', version: 0, tiles, filters: [] }
}
