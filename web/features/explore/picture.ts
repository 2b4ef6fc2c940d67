import { nameIn, specOf } from '#core/charts/chart-spec.ts'
import { serves, splitsByColour, typeFor } from '#core/charts/intent.ts'
import type { ChartData, ChartSpec } from '#core/charts/chart.ts'
import type { Scene } from '#core/charts/scenes.ts'
import { rankCharts } from '#core/charts/recommend.ts'
import { type ChartTypeId, chartTypes, isChartTypeId } from '#core/charts/registry.ts'
import { sceneFor } from '#core/charts/scene-for.ts'
import { dataOf } from '#core/explore/data-of.ts'
import { pivotSheet } from '#core/explore/pivot-sheet.ts'
import { isPivot } from '#core/explore/queries-of.ts'
import { type Sheet, tableSheet } from '#core/explore/sheet.ts'
import { namesBeside } from '#core/query/comparison.ts'
import { nameOfDimension } from '#core/query/dimension.ts'
import { nameOfMeasure } from '#core/query/measure.ts'
import type { Query } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Shown } from './model.ts'

/** What is drawn: a chart or a sheet. */
export type Picture = {
  readonly query: Query
  readonly data: ChartData
  /** Suitable chart types, best first. */
  readonly possible: readonly ChartTypeId[]
  readonly chart: { readonly spec: ChartSpec; readonly scene: Scene } | null
  readonly sheet: Sheet
  readonly view: 'chart' | 'table' | 'pivot'
}

/** From this many dimensions a pivot is clearer than a chart. */
const crowded = 3

/** Keeps the layout of the shelves: the first row dimension on the axis and the first column dimension as colour. */
function laidOut(spec: ChartSpec, { asked }: Shown): ChartSpec {
  const [row] = asked.rows
  const [column] = asked.columns
  const [value] = asked.values
  if (!splitsByColour(spec.type)) return spec
  const { channels } = spec
  if (asked.compare && value && nameIn(spec, 'colour') === null) {
    const name = nameOfMeasure(value)
    return { ...spec, channels: { ...channels, y: [name, namesBeside(name).previous] } }
  }
  if (!row || !column) return spec
  const [x, colour, y] = [nameOfDimension(row), nameOfDimension(column), nameIn(spec, 'y')]
  return specOf(spec.type, { ...channels, x, colour, y }, spec.settings)
}

function specFor({ asked }: Shown, data: ChartData, possible: readonly ChartTypeId[]): ChartSpec | null {
  const dimensions = asked.rows.length + asked.columns.length
  const [best] = possible
  const wanted = asked.show === 'auto' ? (dimensions >= crowded ? typeFor('rows') : best) : asked.show
  if (wanted === undefined || !isChartTypeId(wanted) || serves(wanted, 'rows')) return null
  return possible.includes(wanted) ? { ...chartTypes[wanted].specFor(data), settings: asked.settings } : null
}

/** Builds the chart and sheet of a result. */
export function pictureOf(shown: Shown, model: SemanticModel): Picture {
  const { asked, results } = shown
  const { queries, main, rows, columns, all } = results
  const data = dataOf(asked, main, queries.main, model)
  // A scatter plot of a value and its change would show a relation that exists by construction.
  const possible = rankCharts(data).flatMap(({ type }) => (asked.compare && serves(type, 'relationship') ? [] : [type]))
  if (isPivot(asked)) {
    const across = asked.columns.map(nameOfDimension)
    const sheet = pivotSheet({ data, across, rows, columns, all, showsTotals: asked.totals })
    return { query: queries.main, data, possible, chart: null, sheet, view: 'pivot' }
  }
  const found = specFor(shown, data, possible)
  const spec = found && laidOut(found, shown)
  const sheet = tableSheet(data, all)
  return {
    query: queries.main,
    data,
    possible,
    chart: spec && { spec, scene: sceneFor(spec, data) },
    sheet,
    view: spec ? 'chart' : 'table',
  }
}
