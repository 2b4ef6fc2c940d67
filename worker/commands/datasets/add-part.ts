import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { folderFiles, folderOf, originalFile } from '../../data/folder.ts'
import { originalOf } from '../../data/original.ts'
import { admitToQuota, needOf, roomFor, whyNoRoom } from '../../data/quota.ts'
import { startDataset } from '../../data/start-dataset.ts'
import { toWireDataset } from '../../wire/dataset.ts'
import { defineCommand, type Deps } from '../command.ts'

const partsIn = z.object({ ingest: z.object({ parts: z.array(z.object({ name: z.string() })).optional() }) })

/** The names of the parts that a version's file was found to have; null where nobody has looked. */
async function partsOf({ files }: Pick<Deps, 'files'>, folder: string): Promise<readonly string[] | null> {
  const text = await files.text(folderFiles(folder).profile)
  const profile = text === null ? null : partsIn.safeParse(JSON.parse(text))
  return profile?.data?.ingest.parts?.map(({ name }) => name) ?? null
}

export const addPart = defineCommand({
  summary:
    'Make a dataset of its own of another part of the same file: a sheet of the workbook, a table of the database, a member of the archive.',
  access: 'guest',
  needs: { may: 'edit', object: 'dataset' },
  effect: 'write',
  limit: { kind: 'write', weight: 2 },
  input: z.object({ id: z.string(), part: z.string().min(1).max(255) }),
  async run(deps, { id, part }) {
    const { store, files, caller, newId } = deps
    const dataset = await store.datasets.find(id)
    if (!dataset) return fail('dataset/not-found')
    const original = await originalOf(deps, dataset)
    if (!original.ok) return original
    const { version, key } = original.value
    const { fileName, bytes, sha256 } = version
    const sheets = (await partsOf(deps, version.folder)) ?? []
    if (!sheets.includes(part)) return fail('file/no-sheet', { name: fileName, sheet: part, sheets })
    const more = needOf(bytes, null)
    const room = await admitToQuota(deps, more)
    if (!room.ok) return room
    const [datasetId, versionId] = [newId<'dataset'>(), newId<'version'>()]
    const folder = folderOf(caller.workspace, datasetId, versionId)
    // Each version has a file of its own, so that deleting one never takes it from another.
    if (!(await files.copy(key, originalFile(folder, fileName))))
      return fail('dataset/no-original', { name: dataset.name })
    // What else was decided about reading, such as a header's rows, was decided of the other part.
    const { projectId, isRestricted } = dataset
    const place = { projectId, isRestricted }
    const file = { datasetId, versionId, ...place, folder, fileName, bytes, sha256, choices: { sheet: part } }
    const written = await startDataset(deps, file, [roomFor(deps, more)])
    if (written !== 'written') await files.removeFolder(folder)
    else await store.grants.copy(dataset.id, datasetId)
    const made = await store.datasets.find(datasetId)
    return written === 'written' && made ? ok(toWireDataset(made)) : whyNoRoom(deps, more)
  },
})
