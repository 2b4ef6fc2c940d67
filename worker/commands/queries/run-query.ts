import { z } from 'zod'
import { answerQuery } from '../../data/answer-query.ts'
import { openDataset } from '../../data/open-dataset.ts'
import { defineCommand } from '../command.ts'

export const runQuery = defineCommand({
  summary: 'Answer a Query over one dataset.',
  access: 'guest',
  effect: 'read',
  limit: { kind: 'query', weight: 1 },
  /** The other fields are a Query, validated against the dataset's columns. */
  input: z.looseObject({ dataset: z.string() }),
  async run(deps, input) {
    const open = await openDataset(deps, input.dataset)
    return open.ok ? answerQuery(deps, open.value, input) : open
  },
})
