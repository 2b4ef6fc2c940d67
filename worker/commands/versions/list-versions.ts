import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { maySeeAll } from '../../data/open-dataset.ts'
import { partOf } from '../../data/tell-part.ts'
import { toWireVersion } from '../../wire/dataset.ts'
import { defineCommand } from '../command.ts'

export const listVersions = defineCommand({
  summary: 'Every version of a dataset, newest first, with what changed in each.',
  access: 'guest',
  needs: { may: 'read', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const { store } = deps
    const dataset = await store.datasets.find(id)
    if (!dataset) return fail('dataset/not-found')
    const versions = (await store.versions.of(dataset.id)).map(toWireVersion)
    return ok((await maySeeAll(deps, dataset)) ? versions : versions.map(partOf))
  },
})
