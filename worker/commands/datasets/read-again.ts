import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { readChoices } from '#core/ingest/choices.ts'
import { ok } from '#core/result.ts'
import { folderOf, originalFile } from '../../data/folder.ts'
import { originalOf } from '../../data/original.ts'
import { admitToQuota, roomFor, whyNoRoom } from '../../data/quota.ts'
import { startVersion } from '../../data/start-version.ts'
import { toWireDataset } from '../../wire/dataset.ts'
import { defineCommand } from '../command.ts'

export const readAgain = defineCommand({
  summary: 'Read the uploaded file again, as a person decided: it becomes a new version, and the old one stays.',
  access: 'guest',
  needs: { may: 'edit', object: 'dataset' },
  effect: 'write',
  limit: { kind: 'write', weight: 2 },
  input: z.object({ id: z.string(), choices: readChoices }),
  async run(deps, { id, choices }) {
    const { store, files, caller, newId } = deps
    const dataset = await store.datasets.find(id)
    if (!dataset) return fail('dataset/not-found')
    const original = await originalOf(deps, dataset)
    if (!original.ok) return original
    const { version, key } = original.value
    const { fileName, bytes, sha256 } = version
    const more = { bytes, datasets: 0 }
    const room = await admitToQuota(deps, more)
    if (!room.ok) return room
    const versionId = newId<'version'>()
    const folder = folderOf(caller.workspace, dataset.id, versionId)
    // Each version has its own copy, so deleting one version never affects another.
    if (!(await files.copy(key, originalFile(folder, fileName))))
      return fail('dataset/no-original', { name: dataset.name })
    const file = { id: versionId, datasetId: dataset.id, folder, fileName, bytes, sha256, choices }
    const written = await startVersion(deps, file, [roomFor(deps, more)])
    if (written !== 'written') await files.removeFolder(folder)
    const now = await store.datasets.find(id)
    if (!now) return fail('dataset/not-found')
    return written === 'written' ? ok(toWireDataset(now)) : whyNoRoom(deps, more)
  },
})
