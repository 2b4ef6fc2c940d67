import type { Pivot } from './pivot.ts'
import type { SceneColumn } from './scenes.ts'

const known = (value: number | undefined): number => (value === undefined || Number.isNaN(value) ? 0 : value)

/** Each value as a share of all series at its x; null where a value is negative. */
export function shared(series: Pivot['series']): Pivot['series'] | null {
  if (series.some(({ y }) => y.some((value) => value < 0))) return null
  const count = series[0]?.y.length ?? 0
  const totals = Array.from({ length: count }, (_, at) => series.reduce((sum, { y }) => sum + known(y[at]), 0))
  return series.map((each) => ({
    ...each,
    y: each.y.map((value, at) => (totals[at] ? value / (totals[at] ?? 1) : Number.NaN)),
  }))
}

/** The column of the shares of a measure. */
export const shareColumn = ({ name, label }: SceneColumn): SceneColumn => ({
  name,
  type: 'decimal',
  format: 'percent',
  label: label ?? name,
})
