import type { MemberRole } from '#core/access/member-role.ts'

/** Roles that an invitation gives; owners are made of members. */
export const invitedRoles = ['admin', 'analyst', 'viewer', 'guest'] as const satisfies readonly MemberRole[]
