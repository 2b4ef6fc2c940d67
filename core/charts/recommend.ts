import type { ChartData, ChartSpec } from './chart.ts'
import { chartTypes, type ChartTypeId } from './registry.ts'

/** A chart that can show a result, how well, and why. */
export type Recommendation = {
  readonly type: ChartTypeId
  readonly score: number
  readonly reason: string
  readonly spec: ChartSpec
}

/** Every chart type that can show this result, best first. */
export function rankCharts(data: ChartData): readonly Recommendation[] {
  const ids = Object.keys(chartTypes) as ChartTypeId[]
  return ids
    .map((type) => ({ type, chart: chartTypes[type], score: chartTypes[type].suits(data) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ type, chart, score }) => ({ type, score, reason: chart.reason(data), spec: chart.specFor(data) }))
}

/** The chart that shows this result best; a table where nothing else can. */
export const recommendChart = (data: ChartData): ChartSpec =>
  rankCharts(data)[0]?.spec ?? chartTypes.table.specFor(data)
