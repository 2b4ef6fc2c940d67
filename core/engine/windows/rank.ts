/** Competition ranks: equal values share a rank and the following ranks stay unused; null has no rank. */
export function rank(values: Float64Array, direction: 'ascending' | 'descending'): Float64Array {
  const sign = direction === 'descending' ? -1 : 1
  const rows = Int32Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]))
  rows.sort((a, b) => sign * ((values[a] as number) - (values[b] as number)))
  const ranks = new Float64Array(values.length).fill(Number.NaN)
  let place = 0
  for (const [at, row] of rows.entries()) {
    const before = at > 0 ? values[rows[at - 1] as number] : Number.NaN
    if (values[row] !== before) place = at + 1
    ranks[row] = place
  }
  return ranks
}
