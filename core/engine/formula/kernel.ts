import type { Zone } from '../../query/calendar/zone.ts'
import type { Expression } from '../../semantic/formula/expression.ts'
import type { Table } from '../../table/table.ts'
import type { Vector } from './vector.ts'

/** A part of a formula made ready: what can be decided once is decided once. */
export type Compiled = (table: Table) => Vector

export type Setup = { readonly expressions: readonly Expression[]; readonly zone: Zone }

/** Makes one operation of the language ready for its arguments. */
export type Kernel = (parts: readonly Compiled[], setup: Setup) => Compiled

/** The argument at a place; the checker has seen to it that it is there. */
export function part(parts: readonly Compiled[], at: number): Compiled {
  const found = parts[at]
  if (!found) throw new Error(`A formula lacks argument ${at}`)
  return found
}

/** A number that stands in the formula itself. */
export function literalAt({ expressions }: Setup, at: number): number | string | null {
  const expression = expressions[at]
  return expression?.kind === 'literal' && typeof expression.value !== 'boolean' ? expression.value : null
}
