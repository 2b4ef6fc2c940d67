import type { Zone } from '../../query/calendar/zone.ts'
import type { Expression } from '../../semantic/formula/expression.ts'
import type { Table } from '../../table/table.ts'
import type { Vector } from './vector.ts'

/** A compiled part of a formula; constants are evaluated once. */
export type Compiled = (table: Table) => Vector

/** Settings shared by a whole formula. */
export type Context = {
  readonly zone: Zone
  /** Charges characters of text before they are created; throws if the budget is exceeded. */
  readonly charge: (characters: number) => void
}

export type Setup = Context & { readonly expressions: readonly Expression[] }

/** Compiles one operation for its arguments. */
export type Kernel = (parts: readonly Compiled[], setup: Setup) => Compiled

/** The argument at an index; the type checker guarantees that it exists. */
export function part(parts: readonly Compiled[], at: number): Compiled {
  const found = parts[at]
  if (!found) throw new Error(`A formula lacks argument ${at}`)
  return found
}

/** A literal argument of the formula. */
export function literalAt({ expressions }: Setup, at: number): number | string | null {
  const expression = expressions[at]
  return expression?.kind === 'literal' && typeof expression.value !== 'boolean' ? expression.value : null
}
