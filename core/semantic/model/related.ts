import type { ColumnProfile, Profile } from '../../profile/profile.ts'
import type { Field } from '../../table/table.ts'
import type { SemanticColumn, SemanticModel } from '../semantic-model.ts'

/** The facts about another dataset that a relationship needs. */
export type Related = {
  readonly dataset: string
  readonly name: string
  readonly columns: readonly SemanticColumn[]
  /** Unique columns. */
  readonly keys: readonly string[]
}

/** A deleted dataset that can be restored. */
export type Deleted = { readonly dataset: string; readonly name: string }

/** Minimum share of distinct values of a unique column, because estimates are off by up to 2 %. */
const nearlyAll = 0.98

function isKey({ type, nulls, oddCount, distinct, numbers }: ColumnProfile, { rows, table }: Profile): boolean {
  const filled = rows - nulls - oddCount
  if (type === 'boolean' || filled <= 0) return false
  const order = numbers?.shape?.order
  if (order === 'increasing' || order === 'decreasing') return true
  if (distinct.exact) return distinct.count >= filled
  return table !== undefined && distinct.count >= filled * nearlyAll
}

/** Unique columns of a dataset. */
export const keysOf = (profile: Profile): readonly string[] =>
  profile.columns.filter((column) => isKey(column, profile)).map(({ name }) => name)

export const relatedOf = ({ dataset, name, columns }: SemanticModel, profile: Profile): Related => ({
  dataset,
  name,
  columns,
  keys: keysOf(profile),
})

/** Name of a joined column in Queries and formulas. */
export const joinedName = (relationship: string, column: string): string => `${relationship}.${column}`

/** Columns that relationships add to a dataset. */
export function joinedFields(
  relationships: readonly { readonly name: string; readonly dataset: string }[],
  related: readonly Related[],
): readonly Field[] {
  return relationships.flatMap(({ name, dataset }) =>
    (related.find((each) => each.dataset === dataset)?.columns ?? []).map((column) => ({
      name: joinedName(name, column.name),
      type: column.type,
    })),
  )
}
