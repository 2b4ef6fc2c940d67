/** The place of each value among all: equal values share one, and those behind it stay free; a null has none. */
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
