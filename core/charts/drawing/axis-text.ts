import { writeCell } from '../write-cell.ts'
import type { SceneColumn } from '../scenes.ts'
import { formatCell } from '../../format/format-cell.ts'

const units = [
  { size: 1e12, sign: 'T' },
  { size: 1e9, sign: 'B' },
  { size: 1e6, sign: 'M' },
  { size: 1e3, sign: 'K' },
] as const

/** The fewest decimals that write every value without rounding it into its neighbour. */
function decimalsFor(values: readonly number[]): number {
  for (let decimals = 0; decimals < 8; decimals += 1) {
    const scale = 10 ** decimals
    if (
      values.every((value) => Math.abs(value * scale - Math.round(value * scale)) < 1e-6 * Math.max(1, Math.abs(value)))
    )
      return decimals
  }
  return 8
}

const written = (value: number, decimals: number): string =>
  value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).replace('-', '−')

/**
 * The marks of one axis in one unit and with the same decimals: `0`, `0.5M`, `1.0M`.
 * A single value's own compact form would round neighbours into each other.
 */
export function axisTexts(ticks: readonly number[], column: SceneColumn): string[] {
  const isMoment = column.type === 'date' || column.type === 'timestamp'
  if (isMoment) {
    return ticks.map((tick) => writeCell(tick, column))
  }
  if (column.type === 'duration') return ticks.map((tick) => formatCell(tick, 'duration', { compact: true }))
  if (column.format === 'text') return ticks.map(String)
  if (column.format === 'percent' || column.format === 'percentage') {
    const percents = ticks.map((tick) => (column.format === 'percent' ? tick * 100 : tick))
    const decimals = decimalsFor(percents)
    return percents.map((percent) => `${written(percent, decimals)}%`)
  }
  const largest = Math.max(...ticks.map(Math.abs))
  if (largest >= 1e15 || (largest > 0 && largest < 1e-6))
    return ticks.map((tick) => String(Number(tick.toPrecision(3))))
  const unit = largest >= 10_000 ? units.find(({ size }) => largest >= size) : undefined
  const scaled = ticks.map((tick) => tick / (unit?.size ?? 1))
  const decimals = decimalsFor(scaled)
  return scaled.map((value) => (value === 0 ? '0' : `${written(value, decimals)}${unit?.sign ?? ''}`))
}
