import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { isDeeperThan } from '#core/is-deeper-than.ts'
import { ok } from '#core/result.ts'
import { modelDocument } from '#core/semantic/model/model-document.ts'
import { readDataset } from '../../data/open-dataset.ts'
import { saveModel } from '../../data/save-model.ts'
import { defineCommand } from '../command.ts'

const file = z.object({ document: modelDocument })
const deepest = 20

export const importModel = defineCommand({
  summary: 'Save the model in a file that was exported here as the new version of a dataset’s model.',
  access: 'guest',
  needs: { may: 'edit', object: 'dataset' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string(), file: z.unknown(), version: z.int().min(0) }),
  async run(deps, { id, file: sent, version }) {
    const read = await readDataset(deps, id)
    if (!read.ok) return read
    if (isDeeperThan(sent, deepest)) return fail('model/unreadable', { reason: 'it is nested too deeply' })
    const parsed = file.safeParse(sent)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      return fail('model/unreadable', { reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` })
    }
    const { document } = parsed.data
    const saved = await saveModel(deps, read.value, { document, basedOn: version, note: 'Imported from a file' })
    return saved.ok ? ok({ version: saved.value, document }) : saved
  },
})
