import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { versionWork } from '../../data/start-version.ts'
import { tellDataset } from '../../data/tell-dataset.ts'
import { toWireDataset } from '../../wire/dataset.ts'
import { defineCommand } from '../command.ts'

export const retryDataset = defineCommand({
  summary: 'Read a failed dataset again, or the version of it that failed last.',
  access: 'guest',
  needs: { may: 'edit', object: 'dataset' },
  effect: 'write',
  limit: { kind: 'write', weight: 2 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const { store, queue, caller } = deps
    const dataset = await store.datasets.find(id)
    if (!dataset) return fail('dataset/not-found')
    const version = dataset.next ?? dataset.version
    if (version.status !== 'failed') return fail('dataset/not-failed', { name: dataset.name })
    const work = versionWork(deps, version)
    if (!(await store.versions.tryAgain(version, work))) return fail('dataset/not-failed', { name: dataset.name })
    await queue.send({ job: work.id })
    await tellDataset(deps, { workspace: caller.workspace, dataset: dataset.id })
    const queued = { ...version, status: 'pending', progress: 0, failure: null } as const
    return ok(toWireDataset({ ...dataset, [dataset.next ? 'next' : 'version']: queued }))
  },
})
