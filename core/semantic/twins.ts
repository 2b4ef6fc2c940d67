import type { ColumnProfile, Profile } from '../profile/profile.ts'

/** Minimum rows; in smaller tables equal group sizes prove nothing. */
const minRows = 50
const maxGroups = 20

/** Sizes of a column's groups, descending, as a text key; null if they prove nothing. */
function sizesOf({ distinct, top, nulls }: ColumnProfile, rows: number): string | null {
  const { count, exact } = distinct
  if (!exact || count < 2 || count > maxGroups || top.length !== count || rows < minRows) return null
  const sizes = top.map((value) => value.count)
  const isUneven = new Set(sizes).size === sizes.length
  return isUneven ? [nulls, ...sizes.sort((a, b) => b - a)].join(' ') : null
}

/** Per column, the first earlier column with equal group sizes, which probably forms the same groups. */
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
