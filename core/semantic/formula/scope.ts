import type { Field } from '../../table/table.ts'
import { nearestName } from '../nearest-name.ts'

/** A formula with a name: a calculated column, or a measure. */
type NamedFormula = { readonly name: string; readonly formula: string }

/** What the names in a formula may stand for. */
export type Scope = {
  readonly fields: readonly Field[]
  /** Calculated columns. */
  readonly columns: readonly NamedFormula[]
  readonly measures: readonly NamedFormula[]
  /** What first and last go by where nothing is said. */
  readonly timeColumn: string | null
}

/** A scope of columns alone. */
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

/** What a name stands for: exactly, else whatever the case of its letters if that leaves no doubt; null where nothing. */
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
