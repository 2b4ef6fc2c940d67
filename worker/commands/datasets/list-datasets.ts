import { z } from 'zod'
import { ok } from '#core/result.ts'
import { toWireDataset } from '../../wire/dataset.ts'
import { defineCommand } from '../command.ts'

export const listDatasets = defineCommand({
  summary: 'All datasets of the workspace, newest first.',
  access: 'guest',
  input: z.object({}),
  run: async ({ store }) => ok((await store.datasets.all()).map(toWireDataset)),
})
