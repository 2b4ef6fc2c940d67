import { categoryCodes } from './category-codes.ts'
import { mean } from './central-sums.ts'

/** What is known of the values of one group; `squares` are of the distances from its mean. */
export type Group = { readonly count: number; readonly mean: number; readonly squares: number }

/** The values of each category apart, in order of first occurrence. */
function valuesByCategory(values: Float64Array, categories: Float64Array): readonly Float64Array[] {
  const { codes, categories: count } = categoryCodes(categories)
  const sizes = new Uint32Array(count)
  for (const code of codes) sizes[code] = (sizes[code] ?? 0) + 1
  const groups = Array.from(sizes, (size) => new Float64Array(size))
  const filled = new Uint32Array(count)
  for (const [row, code] of codes.entries()) {
    const at = filled[code] ?? 0
    const group = groups[code]
    if (group) group[at] = values[row] ?? Number.NaN
    filled[code] = at + 1
  }
  return groups
}

/** Two passes: the mean with its correction, then the squares. */
function groupOf(values: Float64Array): Group {
  const rough = mean(values)
  const centre = rough + mean(values.map((value) => value - rough))
  let squares = 0
  for (const value of values) squares += (value - centre) ** 2
  return { count: values.length, mean: centre, squares }
}

/** The groups that categories make of values, in order of first occurrence. */
export const groupsOf = (values: Float64Array, categories: Float64Array): readonly Group[] =>
  valuesByCategory(values, categories).map(groupOf)
