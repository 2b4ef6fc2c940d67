import { z } from 'zod'
import { ok } from '#core/result.ts'
import { modelDocument } from '#core/semantic/model/model-document.ts'
import { readDataset } from '../../data/open-dataset.ts'
import { saveModel as save } from '../../data/save-model.ts'
import { defineCommand } from '../command.ts'

export const saveModel = defineCommand({
  summary: 'Save what was decided about a dataset as a new version; refused where somebody else saved meanwhile.',
  access: 'guest',
  needs: { may: 'edit', object: 'dataset' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({
    id: z.string(),
    document: modelDocument,
    /** The edited version; 0 if there was none. */
    version: z.int().min(0),
    note: z.string().trim().max(500).default(''),
  }),
  async run(deps, { id, document, version, note }) {
    const read = await readDataset(deps, id)
    if (!read.ok) return read
    const saved = await save(deps, read.value, { document, basedOn: version, note })
    return saved.ok ? ok({ version: saved.value, document }) : saved
  },
})
