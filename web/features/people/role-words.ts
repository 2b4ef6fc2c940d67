import type { MemberRole } from '#core/access/member-role.ts'

/** What each role may do, in a sentence. */
export const roleWords: Readonly<Record<MemberRole, string>> = {
  owner: 'Everything, and who owns the workspace',
  admin: 'People, rights, links and everything in it',
  analyst: 'Adds and changes data and dashboards',
  viewer: 'Sees and asks, changes nothing',
  guest: 'Sees only what is shared with them',
}
