import type { NumberProfile, RowValue } from '#core/profile/profile.ts'

/** A box plot along a line from 0 to 100: the box holds the middle half, whiskers reach to the last ordinary values. */
export type Box = {
  /** What its ends stand for. */
  readonly from: number
  readonly to: number
  readonly whiskers: readonly [number, number]
  readonly box: readonly [number, number]
  readonly median: number
  /** Values beyond the whiskers; those beyond the picture stand at its end. */
  readonly dots: readonly { readonly at: number; readonly row: number; readonly value: number }[]
  /** How many of the dots lie beyond the picture. */
  readonly beyond: number
}

/** Ordinary values get at least this share of the picture. */
const leastShare = 0.2

/** All values, or where that would press the ordinary ones to a line, these and as much again on both sides. */
function reachOf(min: number, max: number, low: number, high: number): readonly [number, number] {
  const width = high - low
  return width >= leastShare * (max - min) ? [min, max] : [Math.max(min, low - width), Math.min(max, high + width)]
}

/** Where quartiles are equal no value is out of the ordinary by Tukey's rule, and the whiskers reach to the ends. Null without spread. */
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
