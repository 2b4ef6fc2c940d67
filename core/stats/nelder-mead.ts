/** Where a cost is least, and that cost. */
export type Minimum = { readonly at: Float64Array; readonly cost: number }

type Search = {
  /** First step along each axis. */
  readonly steps: readonly number[]
  /** Most times that the cost is computed. */
  readonly evaluations: number
  /** Ends when the worst and the best corner differ by less than this part of the best. */
  readonly tolerance: number
}

type Corner = { point: Float64Array; cost: number }

const between = (centre: Float64Array, corner: Float64Array, times: number): Float64Array =>
  centre.map((value, axis) => value + times * ((corner[axis] ?? 0) - value))

function centreOf(corners: readonly Corner[]): Float64Array {
  const centre = new Float64Array(corners[0]?.point.length ?? 0)
  for (const { point } of corners)
    for (let axis = 0; axis < centre.length; axis++)
      centre[axis] = (centre[axis] ?? 0) + (point[axis] ?? 0) / corners.length
  return centre
}

const startingCorners = (start: readonly number[], steps: readonly number[]): Float64Array[] => [
  Float64Array.from(start),
  ...start.map((_, moved) =>
    Float64Array.from(start, (value, axis) => value + (axis === moved ? (steps[axis] ?? 1) : 0)),
  ),
]

/** The next corner in place of the worst; null where the simplex must shrink. */
function replacement(corners: readonly Corner[], measured: (point: Float64Array) => Corner): Corner | null {
  const [best, worst, second] = [corners[0], corners.at(-1), corners.at(-2)]
  if (!best || !worst || !second) return null
  const centre = centreOf(corners.slice(0, -1))
  const reflected = measured(between(centre, worst.point, -1))
  if (reflected.cost < best.cost) {
    const expanded = measured(between(centre, worst.point, -2))
    return expanded.cost < reflected.cost ? expanded : reflected
  }
  if (reflected.cost < second.cost) return reflected
  const nearer = reflected.cost < worst.cost ? reflected : worst
  const contracted = measured(between(centre, nearer.point, 0.5))
  return contracted.cost < nearer.cost ? contracted : null
}

const byCost = (a: Corner, b: Corner): number => (a.cost === b.cost ? 0 : a.cost - b.cost)

/**
 * Minimises a cost of a few variables without derivatives, by the simplex method of Nelder and Mead (1965) with
 * their coefficients: reflect by 1, expand by 2, contract and shrink by a half. A cost that is no number counts as
 * infinite.
 */
export function nelderMead(
  cost: (point: Float64Array) => number,
  start: readonly number[],
  { steps, evaluations, tolerance }: Search,
): Minimum {
  let left = evaluations
  const measured = (point: Float64Array): Corner => {
    left -= 1
    const found = cost(point)
    return { point, cost: Number.isNaN(found) ? Infinity : found }
  }
  let corners = startingCorners(start, steps).map(measured).toSorted(byCost)
  for (;;) {
    const best = corners[0] ?? measured(Float64Array.from(start))
    const worst = corners.at(-1) ?? best
    if (left <= 0 || !(worst.cost - best.cost > tolerance * (Math.abs(best.cost) + tolerance)))
      return { at: best.point, cost: best.cost }
    const next = replacement(corners, measured)
    const kept = next
      ? [...corners.slice(0, -1), next]
      : corners.map((corner) => (corner === best ? corner : measured(between(best.point, corner.point, 0.5))))
    corners = kept.toSorted(byCost)
  }
}
