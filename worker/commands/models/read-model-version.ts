import { z } from 'zod'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'
import { findModel } from './find-model.ts'

export const readModelVersion = defineCommand({
  summary: 'What was decided in one version of the model of a dataset.',
  access: 'guest',
  needs: { may: 'edit', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({ id: z.string(), number: z.coerce.number().int().min(0) }),
  async run(deps, { id, number }) {
    const found = await findModel(deps, id, number)
    return found.ok ? ok({ version: number, document: found.value }) : found
  },
})
