import { z } from 'zod'
import { ok } from '#core/result.ts'
import { askingModel } from '../../data/asking-model.ts'
import { openDataset } from '../../data/open-dataset.ts'
import { defineCommand } from '../command.ts'

export const readModel = defineCommand({
  summary: 'What a dataset means: its measures, dimensions, names, synonyms and formats.',
  access: 'guest',
  needs: { may: 'read', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const open = await openDataset(deps, id)
    return open.ok ? ok(await askingModel(deps, open.value)) : open
  },
})
