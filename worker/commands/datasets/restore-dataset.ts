import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { admitToQuota, roomFor } from '../../data/quota.ts'
import { tellDataset } from '../../data/tell-dataset.ts'
import { toWireDataset } from '../../wire/dataset.ts'
import { defineCommand } from '../command.ts'

export const restoreDataset = defineCommand({
  summary: 'Bring back a deleted dataset with the dashboards that went with it.',
  access: 'guest',
  needs: { may: 'edit', object: 'dataset' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const { store, caller, config, now } = deps
    const dataset = (await store.deleted.datasets()).find((each) => each.id === id)
    if (!dataset?.deletedAt) return fail('dataset/not-deleted')
    const bytes = (await store.versions.of(dataset.id)).reduce((sum, version) => sum + version.bytes, 0)
    const more = { datasets: 1, bytes }
    const terms = dataset.isSample ? [] : [roomFor(deps, more)]
    const { id: found, deletedAt } = dataset
    const keptSince = new Date(now().getTime() - config.retention.deleted)
    const written = await store.deleted.restoreDataset({ id: found, deletedAt, keptSince }, terms)
    if (written !== 'written') {
      const admitted = dataset.isSample ? ok(null) : await admitToQuota(deps, more)
      return admitted.ok ? fail('dataset/not-deleted') : admitted
    }
    await tellDataset(deps, { workspace: caller.workspace, dataset: dataset.id })
    return ok(toWireDataset({ ...dataset, deletedAt: null }))
  },
})
