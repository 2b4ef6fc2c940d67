/** Row numbers in ascending order of values; ties in row order. */
function ascending(values: Float64Array): Uint32Array {
  const keys = values.toSorted()
  const places = new Map<number, number>()
  for (let place = keys.length - 1; place >= 0; place--) places.set((keys[place] ?? 0) + 0, place)
  const rows = new Uint32Array(values.length)
  for (let row = 0; row < values.length; row++) {
    const value = (values[row] ?? 0) + 0
    const place = places.get(value) ?? 0
    rows[place] = row
    places.set(value, place + 1)
  }
  return rows
}

/** Ranks from 1; ties share their mean rank. */
function ranksInOrder(order: Uint32Array, values: Float64Array): Float64Array {
  const ranks = new Float64Array(values.length)
  for (let from = 0; from < order.length;) {
    const value = values[order[from] as number]
    let to = from
    while (to < order.length && values[order[to] as number] === value) to++
    for (let place = from; place < to; place++) ranks[order[place] as number] = (from + to + 1) / 2
    from = to
  }
  return ranks
}

export const ranksOf = (values: Float64Array): Float64Array => ranksInOrder(ascending(values), values)
