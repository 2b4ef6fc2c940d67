import { hc } from 'hono/client'
import type { MemberRole } from '#core/access/member-role.ts'
import type { GrantedRole } from '#core/access/standing.ts'
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
export type Project = DataOf<Awaited<ReturnType<typeof api.projects.$get>>>[number]
export type NamedGrant = DataOf<Awaited<ReturnType<(typeof api.projects)[':id']['grants']['$get']>>>[number]
export type OwnWorkspace = DataOf<Awaited<ReturnType<typeof api.workspaces.$get>>>[number]

type ProjectChange = { readonly name?: string; readonly isRestricted?: boolean }

export const projects = {
  list: () => read(api.projects.$get()),
  create: (name: string) => read(api.projects.$post({ json: { name } })),
  change: (id: string, change: ProjectChange) => read(api.projects[':id'].$patch({ param: { id }, json: change })),
  remove: (id: string) => read(api.projects[':id'].$delete({ param: { id } })),
  /** Puts a dataset, with its dashboards, into a project; null: into none. */
  place: (dataset: string, project: string | null) =>
    read(api.datasets[':id'].place.$put({ param: { id: dataset }, json: { project } })),
  restrict: (dataset: string, isRestricted: boolean) =>
    read(api.datasets[':id'].place.$put({ param: { id: dataset }, json: { isRestricted } })),
}

/** A project or a dataset, on which roles are given. */
export type Granted = { readonly object: 'project' | 'dataset'; readonly id: string }
export type Holder = NamedGrant['holder']

const grantRoutes = { project: api.projects[':id'].grants, dataset: api.datasets[':id'].grants } as const

export const grants = {
  list: ({ object, id }: Granted) => read(grantRoutes[object].$get({ param: { id } })),
  put: ({ object, id }: Granted, holder: Holder, role: GrantedRole) =>
    read(grantRoutes[object].$put({ param: { id }, json: { holder, role } })),
  remove: ({ object, id }: Granted, holder: Holder) =>
    read(grantRoutes[object].$delete({ param: { id }, json: { holder } })),
}

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
