import type { AccessRole } from '../semantic/model/access-rules.ts'

/** What a member may be to a workspace; each role may do what those after it may. */
const memberRoles = ['owner', 'editor', 'viewer'] as const satisfies readonly AccessRole[]
export type MemberRole = (typeof memberRoles)[number]

/** May somebody of this role do what needs the other? */
export const suffices = (role: MemberRole, needed: MemberRole): boolean =>
  memberRoles.indexOf(role) <= memberRoles.indexOf(needed)
