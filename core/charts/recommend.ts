import type { ChartData, ChartType, FieldKind } from './chart.ts'
import { fieldsOf } from './assign.ts'
import { namesIn, namesOf, type ChartSpec } from './chart-spec.ts'
import { missingColumns } from './result-columns.ts'
import { chartTypeIds, chartTypeOf, chartTypes, type ChartTypeId } from './registry.ts'

/** A chart that can show a result, how well, and why. */
export type Recommendation = {
  readonly type: ChartTypeId
  readonly score: number
  readonly reason: string
  readonly spec: ChartSpec
}

/** Every chart type that can show this result, best first. */
export function rankCharts(data: ChartData): readonly Recommendation[] {
  return chartTypeIds
    .map((type) => ({ type, chart: chartTypes[type], score: chartTypes[type].suits(data) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ type, chart, score }) => ({ type, score, reason: chart.reason(data), spec: chart.specFor(data) }))
}

/** The chart that shows this result best; a table where nothing else can. */
export const recommendChart = (data: ChartData): ChartSpec =>
  rankCharts(data)[0]?.spec ?? chartTypes.table.specFor(data)

/** The spec with its columns, or with those that its type would choose where it names none. */
export function completed(spec: ChartSpec, data: ChartData): ChartSpec {
  const type = chartTypeOf(spec.type)
  if (type === null || namesOf(spec).length > 0) return spec
  return { ...type.specFor(data), settings: spec.settings }
}

/** Does the result still have every column that the spec names? */
export function fits(spec: ChartSpec, { table }: ChartData): boolean {
  const names = new Set(table.columns.map(({ name }) => name))
  return namesOf(spec).every((name) => names.has(name))
}

/** Does every measure stand in a channel that takes measures? */
function isPlaced(spec: ChartSpec, { channels }: ChartType, data: ChartData): boolean {
  const measures = new Set(fieldsOf(data).flatMap(({ name, kind }) => (kind === 'measure' ? [name] : [])))
  return channels.every(
    ({ id, accepts }) => accepts.includes('measure') || namesIn(spec, id).every((name) => !measures.has(name)),
  )
}

/** Does the spec draw anything of this result? */
function draws(spec: ChartSpec, data: ChartData): boolean {
  const type = chartTypeOf(spec.type)
  return type !== null && fits(spec, data) && isPlaced(spec, type, data) && type.scene(spec, data).kind !== 'empty'
}

/** The chart asked for where it can show the result, else the best. */
export function chartFor(asked: ChartSpec | null, data: ChartData): ChartSpec {
  if (asked === null) return recommendChart(data)
  const spec = completed(asked, data)
  if (data.table.rows === 0 || draws(spec, data)) return spec
  const type = chartTypeOf(asked.type)
  if (type === null) return recommendChart(data)
  const other = { ...type.specFor(data), settings: asked.settings }
  return draws(other, data) ? other : inPlaceOf(type, other, data)
}

/** The best chart, with why it is not the one that was asked for. */
function inPlaceOf(type: ChartType, spec: ChartSpec, data: ChartData): ChartSpec {
  const scene = type.scene(spec, data)
  const instead = recommendChart(data)
  const reason = scene.kind === 'empty' && scene !== missingColumns ? scene.reason : needsOf(type)
  const shown = chartTypeOf(instead.type)?.title.toLowerCase() ?? 'table'
  return { ...instead, remark: `Shown as a ${shown}, not as a ${type.title.toLowerCase()}: ${reason}` }
}

const words: Readonly<Record<FieldKind, string>> = {
  category: 'a category',
  time: 'a date',
  bins: 'ranges',
  measure: 'a figure',
  number: 'a column of numbers',
  value: 'a column',
}

/** What the type needs, in a sentence. */
function needsOf({ channels }: ChartType): string {
  const needed = channels.filter(({ isRequired }) => isRequired)
  const said = needed.map(({ label, accepts }) => `${words[accepts[0] ?? 'value']} for ${label.toLowerCase()}`)
  return `it needs ${said.join(', ')}.`
}
