import type { ColumnProfile } from '#core/profile/profile.ts'

/** One bar: from where to where, both the same for a single value, and how many values it holds. */
export type SpreadBar = { readonly from: number; readonly to: number; readonly count: number }

/** Whole numbers with no more different values than this get a bar for each. */
const mostValues = 12

/** A bar for each value, in order. */
function barsOfValues({ top }: ColumnProfile): SpreadBar[] {
  return top
    .map(({ value, count }) => ({ from: Number(value), to: Number(value), count }))
    .sort((a, b) => a.from - b.from)
}

/** How a column of numbers or moments is spread, as bars; none where there is nothing to compare. */
export function spreadOf(column: ColumnProfile): readonly SpreadBar[] {
  const { type, numbers, distinct, top } = column
  if (numbers === null || type === 'boolean') return []
  const isFew = type === 'integer' && distinct.exact && distinct.count <= mostValues && top.length === distinct.count
  if (isFew) return distinct.count > 1 ? barsOfValues(column) : []
  const { counts, edges } = numbers.histogram
  if (counts.length < 2) return []
  return counts.map((count, at) => ({
    from: Math.max(numbers.min, edges[at] ?? numbers.min),
    to: Math.min(numbers.max, edges[at + 1] ?? numbers.max),
    count,
  }))
}
