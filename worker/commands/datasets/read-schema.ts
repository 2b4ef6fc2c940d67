import { z } from 'zod'
import { ok } from '#core/result.ts'
import { openDataset } from '../../data/open-dataset.ts'
import { defineCommand } from '../command.ts'

export const readSchema = defineCommand({
  summary: 'The columns of a dataset and their types.',
  access: 'guest',
  needs: { may: 'read', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const open = await openDataset(deps, id)
    return open.ok ? ok(open.value.model.columns.map(({ name, type }) => ({ name, type }))) : open
  },
})
