import { z } from '@hono/zod-openapi'
import { memberRoles } from '#core/access/member-role.ts'
import { grantedRoles } from '#core/access/standing.ts'
import { dictionary } from '#core/dictionary.ts'
import type { Group } from '../db/groups.ts'
import type { Invitation } from '../db/invitations.ts'
import type { Member } from '../db/members.ts'

/** A member of a workspace. */
export const wireMember = z
  .object({
    id: z.string(),
    kind: z.enum(['guest', 'member']),
    name: z.string(),
    email: z.string().nullable(),
    role: z.enum(memberRoles),
    attributes: dictionary(z.string()),
    groups: z.array(z.string()),
    joinedAt: z.string(),
    lastUsedAt: z.string(),
  })
  .openapi('Member')
export type WireMember = z.infer<typeof wireMember>

export const toWireMember = ({ joinedAt, lastUsedAt, groups, attributes, ...member }: Member): WireMember => ({
  ...member,
  attributes: { ...attributes },
  groups: [...groups],
  joinedAt: joinedAt.toISOString(),
  lastUsedAt: lastUsedAt.toISOString(),
})

export const wireGroup = z.object({ id: z.string(), name: z.string(), members: z.array(z.string()) }).openapi('Group')
export type WireGroup = z.infer<typeof wireGroup>
export const toWireGroup = ({ id, name, members }: Group): WireGroup => ({ id, name, members: [...members] })

/** An invitation, as those who make them see it. */
export const wireInvitation = z
  .object({
    id: z.string(),
    role: z.enum(memberRoles),
    email: z.string().nullable(),
    groups: z.array(z.string()),
    uses: z.int(),
    maxUses: z.int(),
    createdAt: z.string(),
    expiresAt: z.string(),
    /** Whether it still admits somebody. */
    isOpen: z.boolean(),
  })
  .openapi('Invitation')
export type WireInvitation = z.infer<typeof wireInvitation>

export const toWireInvitation = (
  { id, role, email, groups, uses, maxUses, createdAt, expiresAt }: Invitation,
  now: Date,
): WireInvitation => ({
  id,
  role,
  email,
  groups: [...groups],
  uses,
  maxUses,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  isOpen: expiresAt > now && uses < maxUses,
})

/** An invitation, as whoever has its link sees it. */
export const wireOpenInvitation = z
  .object({
    workspace: z.string(),
    /** Who made it; null if they are gone. */
    by: z.string().nullable(),
    role: z.enum(memberRoles),
    /** The masked address that may accept it; null: any. */
    email: z.string().nullable(),
    expiresAt: z.string(),
  })
  .openapi('OpenInvitation')

/** A workspace that one is a member of. */
export const wireWorkspace = z
  .object({
    id: z.string(),
    name: z.string(),
    organisation: z.string().nullable(),
    role: z.enum(memberRoles),
    isHere: z.boolean(),
    /** The roles that one was given on projects and datasets of this workspace; empty for the others. */
    grants: z.array(z.object({ object: z.enum(['project', 'dataset']), id: z.string(), role: z.enum(grantedRoles) })),
  })
  .openapi('Workspace')
