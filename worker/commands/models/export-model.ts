import { z } from 'zod'
import { ok } from '#core/result.ts'
import { readDataset } from '../../data/open-dataset.ts'
import { documentIn, numberOf } from '../../data/save-model.ts'
import { attachment } from '../../wire/attachment.ts'
import { defineCommand } from '../command.ts'

export const exportModel = defineCommand({
  summary: 'The model of a dataset as a JSON file, to keep or to import elsewhere.',
  access: 'guest',
  needs: { may: 'edit', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const read = await readDataset(deps, id)
    if (!read.ok) return read
    const { name } = read.value.dataset
    const file = { dataset: name, version: numberOf(read.value), document: documentIn(read.value) }
    const body = new Blob([JSON.stringify(file, null, 2)]).stream()
    return ok(attachment(body, `${name} model.json`, 'application/json'))
  },
})
