import { type MemberRole, suffices } from './member-role.ts'

/**
 * What may be done to what, and the least role that may: the one table of rights. Routes, rooms, jobs and screens ask it,
 * and a command that names a right outside it does not compile.
 */
const leastRoles = {
  workspace: { read: 'guest', edit: 'analyst', administer: 'admin', own: 'owner' },
  project: { read: 'viewer', edit: 'analyst', administer: 'admin' },
  dataset: { read: 'viewer', ask: 'viewer', edit: 'analyst', administer: 'admin' },
  version: { read: 'viewer', edit: 'analyst' },
  upload: { read: 'viewer', edit: 'analyst' },
  dashboard: { read: 'viewer', edit: 'analyst', share: 'admin' },
  link: { share: 'admin' },
  question: { edit: 'analyst' },
  correction: { edit: 'analyst' },
  member: { read: 'admin', administer: 'admin' },
  group: { read: 'admin', administer: 'admin' },
  invitation: { read: 'admin', administer: 'admin' },
  audit: { read: 'admin', administer: 'admin' },
} as const satisfies Record<string, Readonly<Record<string, MemberRole>>>

type Rights = typeof leastRoles
/** What rights are about. */
type RightObject = keyof Rights
/** A right: `{ may: 'edit', object: 'dataset' }`. */
export type Right = {
  readonly [Of in RightObject]: { readonly may: keyof Rights[Of]; readonly object: Of }
}[RightObject]

/** The least role that has a right. */
export function leastRole({ may, object }: Right): MemberRole {
  const ofObject: Readonly<Record<string, MemberRole>> = leastRoles[object]
  // Every `may` of a right is a key of its object, which an index by a union cannot express.
  return ofObject[may] ?? 'owner'
}

/** Has somebody of this role the right? Null is somebody who is nothing to the object. */
export const hasRight = (role: MemberRole | null, right: Right): boolean =>
  role !== null && suffices(role, leastRole(right))
