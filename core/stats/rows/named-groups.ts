import { categoryCodes } from '../category-codes.ts'
import { type Group, groupsOf } from '../groups.ts'
import type { KnownRows } from './known-rows.ts'

export type NamedGroup = Group & { readonly name: string }

/** The groups that the second column makes of the first, by their names, the highest mean first. */
export function namedGroupsOf(rows: KnownRows): readonly NamedGroup[] {
  const [values, categories] = rows.columns
  if (values === undefined || categories === undefined) return []
  const { codes } = categoryCodes(categories)
  const first = new Map<number, number>()
  for (const [row, code] of codes.entries()) if (!first.has(code)) first.set(code, row)
  return groupsOf(values, categories)
    .map((group, code) => ({ ...group, name: String(rows.cellAt(1, first.get(code) ?? -1)) }))
    .sort((a, b) => b.mean - a.mean)
}
