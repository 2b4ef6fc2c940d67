import { z } from 'zod'
import { ok, type Result } from '#core/result.ts'
import { validateDocument } from '#core/semantic/model/validate-document.ts'
import { deletedPartners } from '../../data/deleted-partners.ts'
import { readDataset, relatedTo } from '../../data/open-dataset.ts'
import { documentIn, numberOf } from '../../data/save-model.ts'
import type { WireModelState } from '../../wire/model.ts'
import { defineCommand } from '../command.ts'

/** Maximum other datasets offered for relationships; the newest. */
const mostRelated = 30

export const readModelState = defineCommand({
  summary: 'What people decided about a dataset, what its data tells by itself, and what it can be related to.',
  access: 'guest',
  needs: { may: 'edit', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'query', weight: 2 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }): Promise<Result<WireModelState>> {
    const read = await readDataset(deps, id)
    if (!read.ok) return read
    const document = documentIn(read.value)
    const all = await deps.store.datasets.all()
    const others = all.filter((each) => each.id !== id && each.version.status === 'ready').slice(0, mostRelated)
    const named = [...document.relationships, ...others.map((each) => ({ dataset: each.id }))]
    const related = await relatedTo(deps, named)
    const deleted = await deletedPartners(deps, document.relationships)
    const { generated } = read.value
    const problems = [...validateDocument(document, generated, { related, deleted })]
    const version = numberOf(read.value)
    return ok({ version, document, problems, generated, related: [...related], deleted: [...deleted] })
  },
})
