import { z } from 'zod'
import { toWireProject } from '../../wire/project.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const listProjects = defineCommand({
  summary: 'The projects that one may know of, with what one is to each.',
  access: 'guest',
  needs: { may: 'read', object: 'workspace' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({}),
  async run({ store }) {
    const [projects, sizes] = await Promise.all([store.projects.all(), store.projects.sizes()])
    return ok(projects.map((each) => toWireProject(each, sizes.get(each.id) ?? 0)))
  },
})
