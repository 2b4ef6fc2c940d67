import { z } from 'zod'
import { ok } from '#core/result.ts'
import { readDataset } from '../../data/open-dataset.ts'
import { numberOf, saveModel } from '../../data/save-model.ts'
import { defineCommand } from '../command.ts'
import { findModel } from './find-model.ts'

export const restoreModel = defineCommand({
  summary: 'Make an earlier version of the model of a dataset count again: a new version like it, so nothing is lost.',
  access: 'guest',
  needs: { may: 'edit', object: 'dataset' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string(), number: z.coerce.number().int().min(0) }),
  async run(deps, { id, number }) {
    const found = await findModel(deps, id, number)
    if (!found.ok) return found
    const read = await readDataset(deps, id)
    if (!read.ok) return read
    const note = number === 0 ? 'Back to what the data tells' : `Version ${number} restored`
    const saving = { document: found.value, basedOn: numberOf(read.value), note }
    const saved = await saveModel(deps, read.value, saving)
    return saved.ok ? ok({ version: saved.value, document: found.value }) : saved
  },
})
