import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { admitToQuota } from '../../data/quota.ts'
import { tellDataset } from '../../data/tell-dataset.ts'
import { toWireDataset } from '../../wire/dataset.ts'
import { defineCommand } from '../command.ts'

export const restoreDataset = defineCommand({
  summary: 'Bring back a deleted dataset with the dashboards that went with it.',
  access: 'guest',
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const { store, caller } = deps
    const dataset = (await store.deleted.datasets()).find((each) => each.id === id)
    if (!dataset?.deletedAt) return fail('dataset/not-deleted')
    const isCounted = !dataset.isSample
    const bytes = (await store.versions.of(dataset.id)).reduce((sum, version) => sum + version.bytes, 0)
    const admitted = isCounted ? await admitToQuota(deps, { datasets: 1, bytes }) : ok(null)
    if (!admitted.ok) return admitted
    await store.deleted.restoreDataset(dataset.id, dataset.deletedAt)
    await tellDataset(deps, { workspace: caller.workspace, dataset: dataset.id })
    return ok(toWireDataset({ ...dataset, deletedAt: null }))
  },
})
