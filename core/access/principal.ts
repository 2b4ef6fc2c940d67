import type { AccessRole } from '../semantic/model/access-rules.ts'

/** The principal whose access rules apply: role and attributes. */
export type Principal = {
  readonly role: AccessRole
  /** Such as `email`. */
  readonly attributes: Readonly<Record<string, string>>
}

export const ownerPrincipal: Principal = { role: 'owner', attributes: {} }
/** The principal of a public link. */
export const publicPrincipal: Principal = { role: 'public', attributes: {} }
