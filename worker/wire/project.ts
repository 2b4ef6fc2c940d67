import { z } from '@hono/zod-openapi'
import { memberRoles } from '#core/access/member-role.ts'
import { grantedRoles } from '#core/access/standing.ts'
import { projectSettings } from '#core/semantic/project-settings.ts'
import type { Project } from '../db/projects.ts'

/** A project, and what whoever asks is to it. */
export const wireProject = z
  .object({
    id: z.string(),
    name: z.string(),
    settings: projectSettings,
    isRestricted: z.boolean(),
    role: z.enum(memberRoles),
    datasets: z.int(),
    updatedAt: z.string(),
  })
  .openapi('Project')
export type WireProject = z.infer<typeof wireProject>

type Told = Omit<Project, 'workspaceId'>
export const toWireProject = (
  { id, name, settings, isRestricted, role, updatedAt }: Told,
  datasets: number,
): WireProject => ({
  id,
  name,
  settings,
  isRestricted,
  role,
  datasets,
  updatedAt: updatedAt.toISOString(),
})

/** A role of a person or a group on a project or dataset. */
export const wireGrant = z
  .object({
    holder: z.object({ kind: z.enum(['user', 'group']), id: z.string() }),
    name: z.string(),
    role: z.enum(grantedRoles),
  })
  .openapi('Grant')
