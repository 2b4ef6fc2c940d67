import type { Visibility } from '../semantic/model/access-rules.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import { type Principal, seesEverything } from './principal.ts'

type Ruled = Pick<SemanticModel, 'access'>

/** A column's visibility to a caller: hidden, masked or visible. */
export function visibilityOf({ access }: Ruled, column: string, principal: Principal): Visibility | null {
  if (seesEverything(principal)) return null
  const rules = access.columns.filter((rule) => rule.column === column && rule.role === principal.role)
  if (rules.some(({ visibility }) => visibility === 'hidden')) return 'hidden'
  return rules.length > 0 ? 'masked' : null
}

/** True if row rules restrict the caller. */
export const seesSomeRows = ({ access }: Ruled, principal: Principal): boolean =>
  !seesEverything(principal) && access.rows.some(({ role }) => role === principal.role)

/**
 * True if the caller may read the dataset whole: its file, profile and free SQL. Requires access to every row and
 * column; other callers are limited to Queries.
 */
export const mayReadWhole = (model: Ruled, principal: Principal): boolean =>
  !seesSomeRows(model, principal) && !model.access.columns.some(({ role }) => role === principal.role)
