import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { isShared } from '../../data/folder.ts'
import { tellDataset } from '../../data/tell-dataset.ts'
import { defineCommand } from '../command.ts'
import { findVersion } from './find-version.ts'

export const deleteVersion = defineCommand({
  summary: 'Delete a version that is not the current one, with its files, for good.',
  access: 'guest',
  needs: { may: 'edit', object: 'version' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const { store, files, caller } = deps
    const found = await findVersion(store, id)
    if (!found.ok) return found
    const { version, dataset } = found.value
    if (!(await store.versions.remove(version))) return fail('version/current', { number: version.number })
    if (!isShared(version.folder)) await files.removeFolder(version.folder)
    await tellDataset(deps, { workspace: caller.workspace, dataset: dataset.id })
    return ok(null)
  },
})
