import { formatNumber } from '../../format/format-number.ts'

/** How likely chance alone gives such a figure: `p < 0.001`, `p = 0.03`. */
export const tellChance = (p: number): string =>
  p < 0.001 ? 'p < 0.001' : `p = ${formatNumber(Math.round(p * 1000) / 1000)}`
