import { leastSquares } from '../../stats/least-squares.ts'
import { medianOf } from '../../stats/median.ts'
import { endsOf } from '../drawing/stacked.ts'
import type { SceneLine, SceneTrend, XyScene } from '../scenes.ts'
import { writeCell } from '../write-cell.ts'
import type { Look } from './shared.ts'

/** What the marks come to: of a stack its whole. */
function valuesOf(scene: XyScene): number[] {
  const lists = scene.stack ? endsOf(scene).slice(-1) : scene.series.map(({ y }) => y)
  return lists.flatMap((list) => Array.from(list)).filter((value) => Number.isFinite(value))
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value / values.length, 0)

/** A reference line at the mean or median of what is drawn, and one at a target. */
export function referenceLines(scene: XyScene, { reference, target }: Look): readonly SceneLine[] {
  const values = reference === 'mean' || reference === 'median' ? valuesOf(scene) : []
  const line = (name: string, value: number): SceneLine => ({ label: `${name} ${writeCell(value, scene.y)}`, value })
  return [
    ...(reference === 'mean' && values.length > 0 ? [line('Mean', meanOf(values))] : []),
    ...(reference === 'median' && values.length > 0 ? [line('Median', medianOf(Float64Array.from(values)))] : []),
    ...(typeof target === 'number' ? [line('Target', target)] : []),
  ]
}

/** A straight line through the points of each series, with how well it fits. */
export function trendLines(scene: XyScene, { trend }: Look): readonly SceneTrend[] {
  const { positions, categories, series, stack } = scene
  if (trend !== true || stack) return []
  const xs = positions ?? (categories ?? []).map((_, at) => at)
  return series.flatMap(({ label, y }, at): SceneTrend[] => {
    const fitted = leastSquares(xs, y)
    if (fitted === null) return []
    const known = Array.from(xs).filter((_, place) => !Number.isNaN(y[place] ?? Number.NaN))
    const [first, last] = [known[0] ?? 0, known.at(-1) ?? 0]
    const end = (x: number) => ({ x, y: fitted.intercept + fitted.slope * x })
    const name = series.length > 1 ? `Trend of ${label}` : 'Trend'
    return [{ label: `${name}, R² ${fitted.r2.toFixed(2)}`, series: at, from: end(first), to: end(last) }]
  })
}
