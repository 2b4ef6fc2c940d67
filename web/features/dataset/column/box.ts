import type { NumberProfile, RowValue } from '#core/profile/profile.ts'

/**
 * A box plot scaled to 0–100: the box is the interquartile range, whiskers end at the last values inside the fences.
 */
export type Box = {
  /** Values at its two ends. */
  readonly from: number
  readonly to: number
  readonly whiskers: readonly [number, number]
  readonly box: readonly [number, number]
  readonly median: number
  /** Outliers; those outside the picture are drawn at its edge. */
  readonly dots: readonly { readonly at: number; readonly row: number; readonly value: number }[]
  /** Number of outliers outside the picture. */
  readonly beyond: number
}

/** Minimum share of the picture for values inside the fences. */
const minShare = 0.2

/** The full range, or the fences with equal margins if the full range would compress them to a line. */
function reachOf(min: number, max: number, low: number, high: number): readonly [number, number] {
  const width = high - low
  return width >= minShare * (max - min) ? [min, max] : [Math.max(min, low - width), Math.min(max, high + width)]
}

/** With equal quartiles Tukey's rule marks no outliers, and the whiskers reach the extremes. Null without variance. */
export function boxOf({ min, max, quartiles, outliers }: NumberProfile): Box | null {
  if (!(max > min)) return null
  const { low, high } = outliers?.quartiles ?? { low: min, high: max }
  const [from, to] = reachOf(min, max, low, high)
  const at = (value: number): number => Math.min(1, Math.max(0, (value - from) / (to - from))) * 100
  const isFar = ({ value }: RowValue): boolean => value < low || value > high
  const far = [...(outliers?.lowest ?? []), ...(outliers?.highest ?? [])].filter(isFar)
  return {
    from,
    to,
    whiskers: [at(low), at(high)],
    box: [at(quartiles[0]), at(quartiles[2])],
    median: at(quartiles[1]),
    dots: far.map(({ row, value }) => ({ at: at(value), row, value })),
    beyond: far.filter(({ value }) => value < from || value > to).length,
  }
}
