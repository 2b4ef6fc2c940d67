import { durationStep } from '../../table/duration.ts'

/** An axis of numbers: where it begins and ends, and where it is marked. */
export type NumberAxis = { readonly min: number; readonly max: number; readonly ticks: readonly number[] }

/** The smallest round step (1, 2, 2.5 or 5 times a power of ten) that cuts a span into no more than so many parts. */
function roundStep(span: number, parts: number, whole = false): number {
  const raw = Math.max(span / Math.max(1, parts), whole ? 1 : 0)
  const power = 10 ** Math.floor(Math.log10(raw))
  const factors = whole && power < 10 ? [1, 2, 5, 10] : [1, 2, 2.5, 5, 10]
  const factor = factors.find((each) => each * power >= raw * 0.999_999) ?? 10
  return factor * power
}

type Cut = {
  readonly parts: number
  /** Marks stand at whole numbers only, as counts do. */
  readonly whole?: boolean
  /** Marks stand at round durations, such as 15 minutes. */
  readonly duration?: boolean
}

const stepOf = (span: number, { parts, whole = false, duration = false }: Cut): number =>
  duration ? durationStep(span / Math.max(1, parts)) : roundStep(span, parts, whole)

/** Round numbers within a range, ends included. */
export function ticksWithin(min: number, max: number, cut: Cut): number[] {
  return max > min ? ticksAt(min, max, stepOf(max - min, cut)) : [min]
}

/** Every multiple of a step within a range. */
function ticksAt(min: number, max: number, step: number): number[] {
  const first = Math.ceil(min / step - 1e-9)
  const last = Math.floor(max / step + 1e-9)
  // Dividing by a whole number keeps 0.3 from becoming 0.30000000000000004.
  const tick = (at: number): number => (step < 1 ? at / Math.round(1 / step) : at * step)
  const exact = step < 1 && Math.abs(1 / step - Math.round(1 / step)) > 1e-9
  return Array.from({ length: last - first + 1 }, (_, at) => (exact ? (first + at) * step : tick(first + at)))
}

/** An axis with round ends that holds the values. `zero`: it begins at zero, as bars must. */
export function numberAxis(least: number, most: number, options: Cut & { readonly zero: boolean }): NumberAxis {
  const { zero } = options
  let min = zero ? Math.min(0, least) : least
  let max = zero ? Math.max(0, most) : most
  if (min === max) {
    const around = min === 0 ? 1 : Math.abs(min) * 0.5
    max += around
    if (min !== 0 && !zero) min -= around
  }
  const step = stepOf(max - min, options)
  const low = Math.floor(min / step + 1e-9) * step
  // Values far below a step end at the first mark beyond zero.
  const high = Math.max(Math.ceil(max / step - 1e-9) * step, low + step)
  return { min: low, max: high, ticks: ticksAt(low, high, step) }
}

/** The least and the most of some lists of numbers; null where there is none. */
export function extentOf(lists: readonly ArrayLike<number>[]): { readonly min: number; readonly max: number } | null {
  let min = Infinity
  let max = -Infinity
  for (const list of lists) {
    for (let at = 0; at < list.length; at += 1) {
      const value = list[at] ?? Number.NaN
      if (value < min) min = value
      if (value > max) max = value
    }
  }
  return min <= max ? { min, max } : null
}
