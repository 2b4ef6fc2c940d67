import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { readChoices } from '#core/ingest/choices.ts'
import { ok } from '#core/result.ts'
import { folderOf, originalFile } from '../../data/folder.ts'
import { originalOf } from '../../data/original.ts'
import { admitToQuota } from '../../data/quota.ts'
import { startVersion } from '../../data/start-version.ts'
import { toWireDataset } from '../../wire/dataset.ts'
import { defineCommand } from '../command.ts'

export const readAgain = defineCommand({
  summary: 'Read the uploaded file again, as a person decided: it becomes a new version, and the old one stays.',
  access: 'guest',
  input: z.object({ id: z.string(), choices: readChoices }),
  async run(deps, { id, choices }) {
    const { store, files, caller, newId } = deps
    const dataset = await store.datasets.find(id)
    if (!dataset) return fail('dataset/not-found')
    const original = await originalOf(deps, dataset)
    if (!original.ok) return original
    const { version, key } = original.value
    const { fileName, bytes, sha256 } = version
    const room = await admitToQuota(deps, { bytes, datasets: 0 })
    if (!room.ok) return room
    const versionId = newId<'version'>()
    const folder = folderOf(caller.workspace, dataset.id, versionId)
    // Each version has a file of its own, so that deleting one never takes it from another.
    await files.copy(key, originalFile(folder, fileName))
    await startVersion(deps, {
      id: versionId,
      datasetId: dataset.id,
      folder,
      fileName,
      bytes,
      sha256,
      choices,
      kind: 'ingest-dataset',
    })
    const now = await store.datasets.find(id)
    return now ? ok(toWireDataset(now)) : fail('dataset/not-found')
  },
})
