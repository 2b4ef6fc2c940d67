import type { ColumnProfile, Profile } from '../profile/profile.ts'

/** In fewer rows, or among more groups than a profile counts, equal counts prove nothing. */
const fewestRows = 50
const mostGroups = 20

/** The sizes of a column's groups, largest first, as one text; null where they would prove nothing. */
function sizesOf({ distinct, top, nulls }: ColumnProfile, rows: number): string | null {
  const { count, exact } = distinct
  if (!exact || count < 2 || count > mostGroups || top.length !== count || rows < fewestRows) return null
  const sizes = top.map((value) => value.count)
  const isUneven = new Set(sizes).size === sizes.length
  return isUneven ? [nulls, ...sizes.sort((a, b) => b - a)].join(' ') : null
}

/** For each column, the first one before it whose groups are of the same sizes: most likely the same groups by other names. */
export function twinsOf({ columns, rows }: Pick<Profile, 'columns' | 'rows'>): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  const twins = new Map<string, string>()
  for (const column of columns) {
    const sizes = sizesOf(column, rows)
    if (sizes === null) continue
    const known = first.get(sizes)
    if (known === undefined) first.set(sizes, column.name)
    else twins.set(column.name, known)
  }
  return twins
}
