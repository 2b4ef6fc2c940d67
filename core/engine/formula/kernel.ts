import type { Zone } from '../../query/calendar/zone.ts'
import type { Expression } from '../../semantic/formula/expression.ts'
import type { Table } from '../../table/table.ts'
import type { Vector } from './vector.ts'

/** A part of a formula made ready: what can be decided once is decided once. */
export type Compiled = (table: Table) => Vector

/** What holds for a whole formula. */
export type Context = {
  readonly zone: Zone
  /** To be called before text of so many characters is made; throws where there is not so much left. */
  readonly charge: (characters: number) => void
}

export type Setup = Context & { readonly expressions: readonly Expression[] }

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
