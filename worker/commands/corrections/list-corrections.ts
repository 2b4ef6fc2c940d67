import { z } from 'zod'
import { ok } from '#core/result.ts'
import { correctionsFor } from '../../data/asking-model.ts'
import { openDataset } from '../../data/open-dataset.ts'
import { toWireCorrection } from '../../wire/correction.ts'
import { defineCommand } from '../command.ts'

export const listCorrections = defineCommand({
  summary: 'What words mean in questions about a dataset, as the people of its workspace said.',
  access: 'guest',
  needs: { may: 'read', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const open = await openDataset(deps, id)
    if (!open.ok) return open
    const corrections = await correctionsFor(deps, open.value)
    return ok(corrections.map((each) => toWireCorrection(each, open.value.model)))
  },
})
