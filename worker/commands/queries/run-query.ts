import { z } from 'zod'
import { answerQuery } from '../../engines/answer-query.ts'
import { openDataset } from '../../data/open-dataset.ts'
import { engineIds } from '../../engines/registry.ts'
import { defineCommand } from '../command.ts'

export const runQuery = defineCommand({
  summary: 'Answer a Query over one dataset.',
  access: 'guest',
  needs: { may: 'ask', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'query', weight: 1 },
  /** The other fields are a Query, validated against the dataset's columns. */
  input: z.looseObject({
    dataset: z.string(),
    /** Another engine than the product would choose: both give the same numbers, which is how one is checked. */
    engine: z.enum(engineIds).optional(),
  }),
  async run(deps, { engine, ...query }) {
    const open = await openDataset(deps, query.dataset)
    return open.ok ? answerQuery(deps, open.value, query, { engine }) : open
  },
})
