import { specOf, type ChartSpec } from './chart-spec.ts'
import type { ChartData } from './chart.ts'
import { dimensionsOf, distinctIn, measuresOnOneAxis, type ResultColumn } from './result-columns.ts'

/** Which dimension runs along the axis, and which one splits the marks into series. */
export type Axes = { readonly x: ResultColumn | undefined; readonly series: ResultColumn | null }

/** For categories: of two dimensions, the one with fewer values splits. */
export function categoryAxes(data: ChartData): Axes {
  const [first, second] = dimensionsOf(data)
  if (first === undefined || second === undefined) return { x: first, series: null }
  const swap =
    first.part.kind === 'category' &&
    (second.part.kind !== 'category' || distinctIn(data, first.column) < distinctIn(data, second.column))
  return swap ? { x: second, series: first } : { x: first, series: second }
}

const isOrdered = ({ part }: ResultColumn): boolean => part.kind === 'time' || part.kind === 'bins'

/** For lines: moments, else bins, run along the axis; the other dimension splits. */
export function orderedAxes(data: ChartData): Axes {
  const dimensions = dimensionsOf(data)
  const x = dimensions.find(({ part }) => part.kind === 'time') ?? dimensions.find(isOrdered)
  return { x, series: dimensions.find((column) => column !== x) ?? null }
}

/** For lines that were asked for: along what is ordered, else from one category to the next. */
export function lineAxes(data: ChartData): Axes {
  const ordered = orderedAxes(data)
  return ordered.x ? ordered : categoryAxes(data)
}

/** Several measures make series of their own, unless a dimension does. */
export function specAlong(type: string, { x, series }: Axes, data: ChartData): ChartSpec {
  const y = measuresOnOneAxis(data).map(({ name }) => name)
  return specOf(type, { x: x?.name, y: series ? y.slice(0, 1) : y, colour: series?.name })
}
