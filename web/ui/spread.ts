import type { ColumnProfile } from '#core/profile/profile.ts'

/** One bar: its range (both ends equal for a single value) and its count. */
export type SpreadBar = { readonly from: number; readonly to: number; readonly count: number }

/** Maximum distinct integers drawn as one bar each. */
const maxValues = 12

/** One bar per value, in order. */
function barsOfValues({ top }: ColumnProfile): SpreadBar[] {
  return top
    .map(({ value, count }) => ({ from: Number(value), to: Number(value), count }))
    .sort((a, b) => a.from - b.from)
}

/** Bars of a numeric or moment column's distribution; empty if there is nothing to compare. */
export function spreadOf(column: ColumnProfile): readonly SpreadBar[] {
  const { type, numbers, distinct, top } = column
  if (numbers === null || type === 'boolean') return []
  const isFew = type === 'integer' && distinct.exact && distinct.count <= maxValues && top.length === distinct.count
  if (isFew) return distinct.count > 1 ? barsOfValues(column) : []
  const { counts, edges } = numbers.histogram
  if (counts.length < 2) return []
  return counts.map((count, at) => ({
    from: Math.max(numbers.min, edges[at] ?? numbers.min),
    to: Math.min(numbers.max, edges[at + 1] ?? numbers.max),
    count,
  }))
}
