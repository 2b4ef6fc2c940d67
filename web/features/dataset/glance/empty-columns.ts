import type { MissingPattern } from '#core/profile/table-profile.ts'

/** Columns with empty cells, by row count descending. */
export function emptyColumns(patterns: readonly MissingPattern[]): readonly string[] {
  const rows = new Map<string, number>()
  for (const pattern of patterns)
    for (const name of pattern.columns) rows.set(name, (rows.get(name) ?? 0) + pattern.rows)
  return [...rows].toSorted(([, a], [, b]) => b - a).map(([name]) => name)
}
