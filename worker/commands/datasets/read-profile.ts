import { z } from 'zod'
import { ok } from '#core/result.ts'
import { openWhole } from '../../data/open-dataset.ts'
import { defineCommand } from '../command.ts'

export const readProfile = defineCommand({
  summary: 'What the columns of a dataset hold: nulls, distinct values, figures, histograms, correlations.',
  access: 'guest',
  needs: { may: 'read', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const open = await openWhole(deps, id)
    return open.ok ? ok(open.value.profile) : open
  },
})
