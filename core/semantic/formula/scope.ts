import type { Field } from '../../table/table.ts'
import { nearestName } from '../nearest-name.ts'

/** A named formula: a calculated column or a measure. */
type NamedFormula = { readonly name: string; readonly formula: string }

/** Names available to a formula. */
export type Scope = {
  readonly fields: readonly Field[]
  /** Calculated columns. */
  readonly columns: readonly NamedFormula[]
  readonly measures: readonly NamedFormula[]
  /** Default order of `first` and `last`. */
  readonly timeColumn: string | null
}

/** A scope of columns only. */
export const scopeOf = (fields: readonly Field[], timeColumn: string | null = null): Scope => ({
  fields,
  columns: [],
  measures: [],
  timeColumn,
})

export type Found =
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'formula'; readonly of: NamedFormula; readonly level: 'column' | 'measure' }

export const namesIn = ({ fields, columns, measures }: Scope): readonly string[] =>
  [...fields, ...columns, ...measures].map(({ name }) => name)

/** Resolves a name exactly, or ignoring case if that is unambiguous; null if not found. */
export function find(scope: Scope, name: string): Found | null {
  const exact = entriesOf(scope).find((entry) => entry.name === name)
  if (exact) return exact.found
  const folded = name.toLowerCase()
  const alike = entriesOf(scope).filter((entry) => entry.name.toLowerCase() === folded)
  return alike.length === 1 ? (alike[0]?.found ?? null) : null
}

const entriesOf = ({ fields, columns, measures }: Scope): readonly { name: string; found: Found }[] => [
  ...fields.map((field) => ({ name: field.name, found: { kind: 'field', field } as const })),
  ...columns.map((of) => ({ name: of.name, found: { kind: 'formula', of, level: 'column' } as const })),
  ...measures.map((of) => ({ name: of.name, found: { kind: 'formula', of, level: 'measure' } as const })),
]

export const nearestIn = (scope: Scope, name: string): string | null => nearestName(name, namesIn(scope))
