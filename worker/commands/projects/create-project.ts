import { z } from 'zod'
import { projectSettings } from '#core/semantic/project-settings.ts'
import { toWireProject } from '../../wire/project.ts'
import { projectName } from './project-name.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const createProject = defineCommand({
  summary: 'Make a project: a folder of datasets, with their dashboards.',
  access: 'guest',
  needs: { may: 'edit', object: 'workspace' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ name: projectName, settings: projectSettings.optional() }),
  async run({ store, newId, now, trail, standing }, { name, settings = projectSettings.parse({}) }) {
    const at = now()
    const row = { id: newId<'project'>(), name, settings, isRestricted: false, createdAt: at, updatedAt: at }
    await store.projects.add(row)
    trail.changed({ object: `project ${row.id}`, before: null, after: { name } })
    return ok(toWireProject({ ...row, role: standing.role }, 0))
  },
})
