import type { Axes } from './axes.ts'
import type { ChartData } from './chart.ts'
import { isWhole } from './parts.ts'
import { dimensionsOf, distinctIn, measuresOf, measuresOnOneAxis } from './result-columns.ts'

/** How well a stack would show this result: only sums and counts that split into few parts, none below zero. */
export function suitsStack(data: ChartData, { x, series }: Axes, good: number): number {
  const measures = measuresOf(data)
  const axis = measuresOnOneAxis(data)
  if (x === undefined || dimensionsOf(data).length > 2 || axis.length < measures.length) return 0
  if (axis.some((measure) => measure.part.isAverage || !isWhole(data, measure))) return 0
  const parts = series ? distinctIn(data, series.column) : axis.length
  if (parts < 2 || (series !== null && axis.length > 1) || distinctIn(data, x.column) < 2) return 0
  return parts > 8 || distinctIn(data, x.column) > 60 ? good / 2 : good
}
