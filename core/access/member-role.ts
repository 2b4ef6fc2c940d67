/**
 * What a member is to a workspace; each role may do what those after it may. A guest may do only what a grant on a
 * project or dataset allows.
 */
export const memberRoles = ['owner', 'admin', 'analyst', 'viewer', 'guest'] as const
export type MemberRole = (typeof memberRoles)[number]

/** May somebody of this role do what needs the other? */
export const suffices = (role: MemberRole, needed: MemberRole): boolean =>
  memberRoles.indexOf(role) <= memberRoles.indexOf(needed)

/** The role that may do most; null of none. */
export const highestRole = (roles: readonly MemberRole[]): MemberRole | null =>
  memberRoles.find((role) => roles.includes(role)) ?? null
