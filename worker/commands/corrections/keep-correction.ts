import { z } from 'zod'
import { isOfModel } from '#core/ask/corrections/with-corrections.ts'
import { fail } from '#core/errors.ts'
import { asId } from '#core/ids.ts'
import { ok } from '#core/result.ts'
import { correction } from '#core/semantic/correction.ts'
import { openDataset } from '../../data/open-dataset.ts'
import { chosenId } from '../chosen-id.ts'
import { defineCommand } from '../command.ts'

export const keepCorrection = defineCommand({
  summary: 'Say what a word means in questions about a dataset; the same word again takes the new meaning.',
  access: 'guest',
  needs: { may: 'edit', object: 'dataset' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: correction.extend({ id: z.string(), as: chosenId }),
  async run(deps, { id, as, words, column, value }) {
    const open = await openDataset(deps, id)
    if (!open.ok) return open
    if (!isOfModel({ column }, open.value.model)) return fail('correction/no-column')
    const kept = await deps.store.corrections.keep({
      id: asId<'correction'>(as),
      datasetId: asId<'dataset'>(id),
      userId: deps.caller.user,
      words,
      meaning: { column, value },
      createdAt: deps.now(),
    })
    return kept === 'unmet' ? fail('dataset/not-found') : ok(null)
  },
})
