import type { ChartData, ChartSpec, Scene } from './chart.ts'
import { recommendChart } from './recommend.ts'
import { chartTypes, isChartTypeId } from './registry.ts'

const nothing: Scene = { kind: 'empty', reason: 'No rows match.' }

/** Does the result still have every column that the spec names? */
function fits(spec: ChartSpec, { table }: ChartData): boolean {
  const names = new Set(table.columns.map(({ name }) => name))
  return [spec.x, spec.series, ...spec.y].every((name) => name === null || names.has(name))
}

function draw(spec: ChartSpec, data: ChartData): Scene {
  return isChartTypeId(spec.type) ? chartTypes[spec.type].scene(spec, data) : nothing
}

/**
 * What to see of a result. Without a spec the best chart is chosen; a spec that no longer fits the result
 * keeps its type where that can show the result, and else gives way to the best chart.
 */
export function sceneFor(spec: ChartSpec | null, data: ChartData): Scene {
  if (data.table.rows === 0) return nothing
  if (spec === null) return draw(recommendChart(data), data)
  if (isChartTypeId(spec.type) && fits(spec, data)) return draw(spec, data)
  const sameType = isChartTypeId(spec.type) && chartTypes[spec.type].suits(data) > 0
  return draw(sameType && isChartTypeId(spec.type) ? chartTypes[spec.type].specFor(data) : recommendChart(data), data)
}
