import { z } from 'zod'
import { mostOf } from '#core/query/query.ts'
import { answerQuery } from '../../engines/answer-query.ts'
import { openDataset } from '../../data/open-dataset.ts'
import { defineCommand } from '../command.ts'

const rows = 100

export const previewDataset = defineCommand({
  summary: 'The first rows of a dataset, of its first 1,000 columns.',
  access: 'guest',
  needs: { may: 'read', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'query', weight: 1 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const open = await openDataset(deps, id)
    if (!open.ok) return open
    const columns = open.value.model.columns.slice(0, mostOf.columns).map(({ name }) => name)
    return answerQuery(deps, open.value, { dataset: id, columns, limit: rows })
  },
})
