import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { toWireDataset } from '../../wire/dataset.ts'
import { defineCommand } from '../command.ts'

export const readDataset = defineCommand({
  summary: 'One dataset: its name, size, and how far reading it has come.',
  access: 'guest',
  input: z.object({ id: z.string() }),
  async run({ store }, { id }) {
    const dataset = await store.datasets.find(id)
    return dataset ? ok(toWireDataset(dataset)) : fail('dataset/not-found')
  },
})
