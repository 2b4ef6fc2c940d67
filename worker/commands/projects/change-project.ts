import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { projectSettings } from '#core/semantic/project-settings.ts'
import type { Project } from '../../db/projects.ts'
import { toWireProject } from '../../wire/project.ts'
import { projectName } from './project-name.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

/** What the audit log keeps of a project. */
const decidedOf = ({ name, settings, isRestricted }: Pick<Project, 'name' | 'settings' | 'isRestricted'>) => ({
  name,
  settings,
  isRestricted,
})

export const changeProject = defineCommand({
  summary: 'Rename a project, change its settings, or say that only those granted see it.',
  access: 'guest',
  needs: { may: 'administer', object: 'project' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({
    id: z.string(),
    name: projectName.optional(),
    settings: projectSettings.optional(),
    isRestricted: z.boolean().optional(),
  }),
  async run(deps, { id, name, settings, isRestricted }) {
    const { store, now, trail, caller } = deps
    const before = await store.projects.find(id)
    if (!before) return fail('project/not-found')
    const { role, ...was } = before
    const to = {
      name: name ?? was.name,
      settings: settings ?? was.settings,
      isRestricted: isRestricted ?? was.isRestricted,
      updatedAt: now(),
    }
    if (!(await store.projects.change(id, to))) return fail('project/not-found')
    trail.changed({ object: `project ${id}`, before: decidedOf(was), after: decidedOf(to) })
    deps.defer(deps.rooms.reopen(caller.workspace))
    return ok(toWireProject({ ...was, ...to, role }, (await store.projects.sizes()).get(id) ?? 0))
  },
})
