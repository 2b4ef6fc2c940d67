/** Significance level. */
const level = 0.05

export const isRejected = (pValue: number): boolean => pValue < level

/** Formats a p-value: `p = 0.03`, `p < 0.001`. */
export const chance = (pValue: number): string =>
  pValue < 0.001 ? 'p < 0.001' : `p = ${pValue < 0.1 ? pValue.toFixed(3) : pValue.toFixed(2)}`
