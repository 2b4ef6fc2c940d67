import { z } from 'zod'
import { suggestQuestions as suggest } from '#core/ask/suggest.ts'
import { ok } from '#core/result.ts'
import { askingModel } from '../../data/asking-model.ts'
import { openDataset } from '../../data/open-dataset.ts'
import { defineCommand } from '../command.ts'

export const suggestQuestions = defineCommand({
  summary: 'Questions about a dataset that are sure to be answered.',
  access: 'guest',
  needs: { may: 'read', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const open = await openDataset(deps, id)
    return open.ok ? ok([...suggest(await askingModel(deps, open.value))]) : open
  },
})
