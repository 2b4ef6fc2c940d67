import type { MemberRole } from './member-role.ts'

/** Roles of a caller. A public link gives the role `public`. */
export type AccessRole = MemberRole | 'public'

/** A group of members, as rules name it. */
export type PrincipalGroup = { readonly id: string; readonly name: string }

/** The principal whose access rules apply: role and attributes. */
export type Principal = {
  readonly role: AccessRole
  /** Such as `email`. */
  readonly attributes: Readonly<Record<string, string>>
  readonly groups?: readonly PrincipalGroup[]
}

export const ownerPrincipal: Principal = { role: 'owner', attributes: {} }
/** The principal of a public link. */
export const publicPrincipal: Principal = { role: 'public', attributes: {} }

/** No rule restricts owners and admins. */
export const seesEverything = ({ role }: Pick<Principal, 'role'>): boolean => role === 'owner' || role === 'admin'

/** The principal on one dataset: members have a role on each. */
export const principalOn = (principal: Principal, role: MemberRole): Principal =>
  principal.role === 'public' || seesEverything(principal) ? principal : { ...principal, role }
