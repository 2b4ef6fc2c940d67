import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { cleanAsBefore } from '../../data/clean-version.ts'
import { tellDataset } from '../../data/tell-dataset.ts'
import { toWireDataset } from '../../wire/dataset.ts'
import { defineCommand } from '../command.ts'
import { findVersion } from './find-version.ts'

export const restoreVersion = defineCommand({
  summary: 'Make another version the current one; dashboards and questions follow at once.',
  access: 'guest',
  needs: { may: 'edit', object: 'version' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const { store, caller, now } = deps
    const found = await findVersion(store, id)
    if (!found.ok) return found
    const { version, dataset } = found.value
    if (version.status !== 'ready') return fail('version/not-ready', { number: version.number })
    if (!(await store.versions.makeCurrent(version, now()))) return fail('version/not-found')
    if (version.held) await cleanAsBefore(deps, version)
    await tellDataset(deps, { workspace: caller.workspace, dataset: dataset.id })
    return ok(toWireDataset((await store.datasets.find(dataset.id)) ?? dataset))
  },
})
