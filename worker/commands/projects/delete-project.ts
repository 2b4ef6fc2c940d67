import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const deleteProject = defineCommand({
  summary: 'Delete a project that has nothing in it.',
  access: 'guest',
  needs: { may: 'administer', object: 'project' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string() }),
  async run({ store, trail }, { id }) {
    const before = await store.projects.find(id)
    if (!before) return fail('project/not-found')
    if (!(await store.projects.remove(before.id))) return fail('project/not-empty')
    trail.changed({ object: `project ${id}`, before: { name: before.name }, after: null })
    return ok(null)
  },
})
