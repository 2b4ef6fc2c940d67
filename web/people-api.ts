import { hc } from 'hono/client'
import type { MemberRole } from '#core/access/member-role.ts'
import type { PeopleApp } from '#worker/app.ts'
import { fetchInSession, read, type DataOf } from './transport.ts'

const api = hc<PeopleApp>('/', { fetch: fetchInSession }).api.v1

export type InvitedRole = Exclude<MemberRole, 'owner'>
type NewInvitation = {
  readonly role: InvitedRole
  readonly email?: string
  readonly maxUses?: number
  readonly days?: number
}

export const members = {
  list: () => read(api.members.$get()),
  change: (id: string, role: MemberRole) => read(api.members[':id'].$patch({ param: { id }, json: { role } })),
  remove: (id: string) => read(api.members[':id'].$delete({ param: { id } })),
  leave: () => read(api.members.leave.$post()),
  makeOwner: (id: string) => read(api.members[':id'].ownership.$post({ param: { id } })),
}

export const groups = {
  list: () => read(api.groups.$get()),
  create: (name: string) => read(api.groups.$post({ json: { name } })),
  fill: (id: string, people: readonly string[]) =>
    read(api.groups[':id'].$patch({ param: { id }, json: { members: [...people] } })),
  remove: (id: string) => read(api.groups[':id'].$delete({ param: { id } })),
}

export const invitations = {
  list: () => read(api.invitations.$get()),
  create: (invitation: NewInvitation) => read(api.invitations.$post({ json: invitation })),
  revoke: (id: string) => read(api.invitations[':id'].$delete({ param: { id } })),
  read: (token: string) => read(api.invitations.read.$post({ json: { token } })),
  accept: (token: string) => read(api.invitations.accept.$post({ json: { token } })),
}

export const workspaces = {
  list: () => read(api.workspaces.$get()),
  create: (name: string) => read(api.workspaces.$post({ json: { name } })),
  rename: (name: string) => read(api.workspace.$patch({ json: { name } })),
  switch: (workspace: string) => read(api.workspaces.switch.$post({ json: { workspace } })),
}

export type Member = DataOf<Awaited<ReturnType<typeof api.members.$get>>>[number]
export type Group = DataOf<Awaited<ReturnType<typeof api.groups.$get>>>[number]
export type Invitation = DataOf<Awaited<ReturnType<typeof api.invitations.$get>>>[number]
export type OpenInvitation = DataOf<Awaited<ReturnType<typeof api.invitations.read.$post>>>
export type OwnWorkspace = DataOf<Awaited<ReturnType<typeof api.workspaces.$get>>>[number]

export const audit = {
  search: (q: string, before?: number) =>
    read(api.audit.$get({ query: { q, ...(before === undefined ? {} : { before: String(before) }) } })),
  verify: () => read(api.audit.verify.$get()),
  usage: () => read(api.usage.$get()),
}

/** The address of the audit log as a file. */
export const auditFileOf = (format: 'csv' | 'ndjson'): string => `/api/v1/audit/export?format=${format}`

export type AuditEvent = DataOf<Awaited<ReturnType<typeof api.audit.$get>>>[number]
export type Usage = DataOf<Awaited<ReturnType<typeof api.usage.$get>>>
