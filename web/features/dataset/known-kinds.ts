import type { Profile } from '#core/profile/profile.ts'
import { factsOf } from '#core/semantic/kinds/column-facts.ts'
import { kindOf } from '#core/semantic/kinds/kind-of.ts'
import { kinds } from '#core/semantic/kinds/registry.ts'

/** The detected kind of a column. */
export type KnownKind = {
  /** `e-mail address`. */
  readonly title: string
  /** From 0 to 1. */
  readonly confidence: number
  /** True for personal data. */
  readonly isPersonal: boolean
}

/** The kind of every column, by name. */
export function kindsIn({ columns, rows }: Profile): ReadonlyMap<string, KnownKind> {
  return new Map(
    columns.map((column) => {
      const { kind, confidence } = kindOf(factsOf(column, rows))
      const { title, sensitivity } = kinds[kind]
      return [column.name, { title, confidence, isPersonal: sensitivity !== 'none' }]
    }),
  )
}

const [surely, likely] = [0.9, 0.65]

/** A confidence from 0 to 1 in a word. */
export const sureness = (confidence: number): string =>
  confidence >= surely ? 'sure' : confidence >= likely ? 'likely' : 'perhaps'
