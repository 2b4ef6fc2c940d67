import type { Order } from '#core/profile/row-order.ts'

const [even, heavy] = [0.5, 1]

/** Skewness in words. */
export function leanInWords(skewness: number): string {
  if (Math.abs(skewness) < even) return 'about even on both sides'
  return skewness > 0 ? 'a longer tail of large values' : 'a longer tail of small values'
}

/** Excess kurtosis in words. */
export function tailsInWords(kurtosis: number): string {
  if (Math.abs(kurtosis) < heavy) return 'tails about as in a bell curve'
  return kurtosis > 0 ? 'more values far out than in a bell curve' : 'fewer values far out than in a bell curve'
}

export const orderWords: Record<Order, string> = {
  increasing: 'always rises',
  ascending: 'never falls',
  decreasing: 'always falls',
  descending: 'never rises',
  constant: 'stays the same',
  none: 'goes up and down',
}

const [slight, clear] = [0.2, 0.6]

/** Lag-1 autocorrelation in words. */
export function memoryInWords(autocorrelation: number): string {
  const size = Math.abs(autocorrelation)
  if (size < slight) return 'says little about the next row'
  const much = size < clear ? 'somewhat' : 'clearly'
  return autocorrelation > 0 ? `${much} like the row before` : `${much} opposite to the row before`
}
