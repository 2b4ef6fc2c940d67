import type { Visibility } from '../semantic/model/access-rules.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { Principal } from './principal.ts'

type Ruled = Pick<SemanticModel, 'access'>

/** How a caller sees a column: not at all, masked, or as it is. */
export function visibilityOf({ access }: Ruled, column: string, { role }: Principal): Visibility | null {
  if (role === 'owner') return null
  const rules = access.columns.filter((rule) => rule.column === column && rule.role === role)
  if (rules.some(({ visibility }) => visibility === 'hidden')) return 'hidden'
  return rules.length > 0 ? 'masked' : null
}

/** Are there rows that a caller does not see? */
export const seesSomeRows = ({ access }: Ruled, { role }: Principal): boolean =>
  role !== 'owner' && access.rows.some((rule) => rule.role === role)

/**
 * May a caller have a dataset whole: its file, its profile, free SQL over it? Only whoever sees every row and every
 * column as it is; all others are answered Query by Query.
 */
export const mayReadWhole = (model: Ruled, principal: Principal): boolean =>
  !seesSomeRows(model, principal) && !model.access.columns.some(({ role }) => role === principal.role)
