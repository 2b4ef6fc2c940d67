import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { toldOf } from '../../data/tell-part.ts'
import { defineCommand } from '../command.ts'

export const readDataset = defineCommand({
  summary: 'One dataset: its name, size, and how far reading it has come.',
  access: 'guest',
  needs: { may: 'read', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const dataset = await deps.store.datasets.find(id)
    return dataset ? ok(await toldOf(deps, dataset)) : fail('dataset/not-found')
  },
})
