/**
 * The false discovery rate at which each test would be called a finding, by Benjamini and Yekutieli (2001), which
 * holds for tests that depend on one another in any way. In the order of `pValues`.
 */
export function falseDiscoveryRates(pValues: readonly number[]): readonly number[] {
  const count = pValues.length
  let harmonic = 0
  for (let rank = 1; rank <= count; rank++) harmonic += 1 / rank
  const rates = pValues.map(() => 1)
  let least = 1
  const order = [...pValues.keys()].toSorted((a, b) => (pValues[b] ?? 0) - (pValues[a] ?? 0))
  for (const [place, at] of order.entries()) {
    least = Math.min(least, ((pValues[at] ?? 1) * count * harmonic) / (count - place))
    rates[at] = least
  }
  return rates
}
