import type { ColumnProfile, Profile } from '../../profile/profile.ts'
import type { Field } from '../../table/table.ts'
import type { SemanticColumn, SemanticModel } from '../semantic-model.ts'

/** Another dataset, as far as a relationship to it must know it. */
export type Related = {
  readonly dataset: string
  readonly name: string
  readonly columns: readonly SemanticColumn[]
  /** Columns whose every value stands once. */
  readonly keys: readonly string[]
}

/** A dataset that was deleted and can still be restored. */
export type Deleted = { readonly dataset: string; readonly name: string }

/** An estimate of the different values is off by a percent or two. */
const nearlyAll = 0.98

function isKey({ type, nulls, oddCount, distinct, numbers }: ColumnProfile, { rows, table }: Profile): boolean {
  const filled = rows - nulls - oddCount
  if (type === 'boolean' || filled <= 0) return false
  const order = numbers?.shape?.order
  if (order === 'increasing' || order === 'decreasing') return true
  if (distinct.exact) return distinct.count >= filled
  return table !== undefined && distinct.count >= filled * nearlyAll
}

/** The columns of a dataset by which each of its rows is found alone. */
export const keysOf = (profile: Profile): readonly string[] =>
  profile.columns.filter((column) => isKey(column, profile)).map(({ name }) => name)

export const relatedOf = ({ dataset, name, columns }: SemanticModel, profile: Profile): Related => ({
  dataset,
  name,
  columns,
  keys: keysOf(profile),
})

/** A joined column as Queries and formulas name it. */
export const joinedName = (relationship: string, column: string): string => `${relationship}.${column}`

/** The columns that relationships add to a dataset. */
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
