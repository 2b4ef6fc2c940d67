import { z } from 'zod'
import { ok, type Result } from '#core/result.ts'
import { applyDocument } from '#core/semantic/model/apply-document.ts'
import { modelDocument } from '#core/semantic/model/model-document.ts'
import { validateDocument } from '#core/semantic/model/validate-document.ts'
import { deletedPartners } from '../../data/deleted-partners.ts'
import { readDataset, relatedTo } from '../../data/open-dataset.ts'
import { numberOf } from '../../data/save-model.ts'
import type { WireChecked } from '../../wire/model.ts'
import { defineCommand } from '../command.ts'

export const validateModel = defineCommand({
  summary: 'Check a model without saving it: every problem with its place, and the fields it would give.',
  access: 'guest',
  needs: { may: 'edit', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'query', weight: 1 },
  input: z.object({ id: z.string(), document: modelDocument }),
  async run(deps, { id, document }): Promise<Result<WireChecked>> {
    const read = await readDataset(deps, id)
    if (!read.ok) return read
    const related = await relatedTo(deps, document.relationships)
    const deleted = await deletedPartners(deps, document.relationships)
    const { generated } = read.value
    const model = applyDocument(generated, document, { related, version: numberOf(read.value) })
    return ok({ problems: [...validateDocument(document, generated, { related, deleted })], model })
  },
})
