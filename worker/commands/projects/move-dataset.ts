import { z } from 'zod'
import { fail, type Failure } from '#core/errors.ts'
import type { Id } from '#core/ids.ts'
import { hasRight } from '#core/access/rights.ts'
import { ok, type Result } from '#core/result.ts'
import { type Deps, defineCommand } from '../command.ts'

/** The project that a dataset may be moved to; null: out of all; undefined: it stays where it is. */
async function targetOf(
  { store, standing }: Deps,
  project: string | null | undefined,
): Promise<Result<Id<'project'> | null | undefined, Failure>> {
  if (project === undefined) return ok(undefined)
  if (project === null)
    return hasRight(standing.role, { may: 'edit', object: 'workspace' }) ? ok(null) : fail('project/not-found')
  const to = await store.projects.find(project)
  return to && hasRight(to.role, { may: 'administer', object: 'project' }) ? ok(to.id) : fail('project/not-found')
}

export const moveDataset = defineCommand({
  summary: 'Move a dataset to a project, and say whether only those granted see it.',
  access: 'guest',
  needs: { may: 'administer', object: 'dataset' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string(), project: z.string().nullable().optional(), isRestricted: z.boolean().optional() }),
  async run(deps, { id, project, isRestricted }) {
    const { store, now, trail, caller } = deps
    const dataset = await store.datasets.find(id)
    if (!dataset) return fail('dataset/not-found')
    const target = await targetOf(deps, project)
    if (!target.ok) return target
    const before = { project: dataset.projectId, isRestricted: dataset.isRestricted }
    const after = {
      project: target.value === undefined ? dataset.projectId : target.value,
      isRestricted: isRestricted ?? dataset.isRestricted,
    }
    const move = { to: after.project, isRestricted: after.isRestricted, updatedAt: now() }
    if (!(await store.projects.move(dataset.id, move))) return fail('project/not-found')
    trail.changed({ object: `dataset ${id}`, before, after })
    deps.defer(deps.rooms.reopen(caller.workspace))
    return ok(null)
  },
})
