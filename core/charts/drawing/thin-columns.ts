/** From this many positions for each pixel on, most of them change nothing. */
const crowded = 8

/**
 * The places of the positions that can be told apart: of each column of pixels, and of each list of values, the first,
 * the lowest, the highest and the last (M4, Jugel and others, 2014). Null where all are to be drawn: where they are few,
 * or where values are missing, which a gap must show. Positions ascend.
 */
export function placesToDraw(
  positions: ArrayLike<number>,
  lists: readonly ArrayLike<number>[],
  columns: number,
): Int32Array | null {
  const count = positions.length
  if (count <= columns * crowded) return null
  const [start, end] = [positions[0] ?? 0, positions[count - 1] ?? 0]
  const perColumn = (end - start) / columns
  const kept = new Set<number>()
  const ends: Ends = { lowest: new Int32Array(lists.length), highest: new Int32Array(lists.length) }
  let first = 0
  while (first < count) {
    const edge = start + (Math.floor(((positions[first] ?? 0) - start) / perColumn) + 1) * perColumn
    const last = lastBefore(positions, first, edge)
    if (!lists.every((values, list) => findEnds(values, { first, last, list }, ends))) return null
    for (const at of [first, ...ends.lowest, ...ends.highest, last]) kept.add(at)
    first = last + 1
  }
  return Int32Array.from(kept).sort()
}

/** The last place, from one on, whose position is before an edge. */
function lastBefore(positions: ArrayLike<number>, first: number, edge: number): number {
  let last = first
  while (last + 1 < positions.length && (positions[last + 1] ?? 0) < edge) last += 1
  return last
}

type Stretch = { readonly first: number; readonly last: number; readonly list: number }
type Ends = { readonly lowest: Int32Array; readonly highest: Int32Array }

/** Finds the lowest and the highest of a stretch; false where a value is missing. */
function findEnds(values: ArrayLike<number>, { first, last, list }: Stretch, { lowest, highest }: Ends): boolean {
  let [low, high] = [first, first]
  for (let at = first; at <= last; at += 1) {
    const value = values[at] ?? Number.NaN
    if (Number.isNaN(value)) return false
    if (value < (values[low] ?? 0)) low = at
    if (value > (values[high] ?? 0)) high = at
  }
  lowest[list] = low
  highest[list] = high
  return true
}
