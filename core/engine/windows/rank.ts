type Direction = 'ascending' | 'descending'

/**
 * The place of each value among those of its course: equal values share one, and those behind it stay free; a null has
 * none.
 */
export function rank(values: Float64Array, direction: Direction, courses: readonly Iterable<number>[]): Float64Array {
  const ranks = new Float64Array(values.length).fill(Number.NaN)
  for (const course of courses) rankCourse(values, direction, { course, ranks })
  return ranks
}

type Ranked = { readonly course: Iterable<number>; readonly ranks: Float64Array }

function rankCourse(values: Float64Array, direction: Direction, { course, ranks }: Ranked): void {
  const sign = direction === 'descending' ? -1 : 1
  const rows = Int32Array.from(course).filter((row) => !Number.isNaN(values[row]))
  rows.sort((a, b) => sign * ((values[a] as number) - (values[b] as number)))
  let place = 0
  for (const [at, row] of rows.entries()) {
    const before = at > 0 ? values[rows[at - 1] as number] : Number.NaN
    if (values[row] !== before) place = at + 1
    ranks[row] = place
  }
}
