import { highestRole, type MemberRole } from './member-role.ts'

/** What a grant gives: a role on one project or one dataset. */
export const grantedRoles = ['admin', 'analyst', 'viewer'] as const satisfies readonly MemberRole[]
export type GrantedRole = (typeof grantedRoles)[number]

export type Grant = {
  readonly object: 'project' | 'dataset'
  readonly id: string
  readonly role: GrantedRole
}

/** What somebody is to a workspace: a role for everything in it that is not restricted, and grants, also of their groups. */
export type Standing = { readonly role: MemberRole; readonly grants: readonly Grant[] }

/** Where an object is: its dataset and project, null if none, and whether only those granted see these. */
export type Place = {
  readonly dataset: string | null
  readonly project: string | null
  readonly isRestricted: boolean
  readonly isProjectRestricted: boolean
}

/** A restricted dataset takes no grants of its project. */
const concerns = (place: Place, { object, id }: Grant): boolean =>
  object === 'dataset' ? id === place.dataset : id === place.project && !place.isRestricted

/**
 * The role of somebody on an object, null if they may not know of it: the highest of their role in the workspace, if
 * nothing restricts the object, and their grants. Owners and admins keep their role everywhere.
 */
export function roleOn({ role, grants }: Standing, place: Place): MemberRole | null {
  if (role === 'owner' || role === 'admin') return role
  const isClosed = role === 'guest' || place.isRestricted || place.isProjectRestricted
  const granted = grants.filter((grant) => concerns(place, grant)).map((grant) => grant.role)
  return highestRole(isClosed ? granted : [role, ...granted])
}

/** The highest role that somebody has on anything. */
export const bestRole = ({ role, grants }: Standing): MemberRole =>
  highestRole([role, ...grants.map((grant) => grant.role)]) ?? role
