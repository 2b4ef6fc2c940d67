import { z } from 'zod'
import { ok } from '#core/result.ts'
import { toldOf } from '../../data/tell-part.ts'
import { defineCommand } from '../command.ts'

export const listDatasets = defineCommand({
  summary: 'All datasets of the workspace, newest first.',
  access: 'guest',
  needs: { may: 'read', object: 'workspace' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({}),
  run: async (deps) => ok(await Promise.all((await deps.store.datasets.all()).map((each) => toldOf(deps, each)))),
})
