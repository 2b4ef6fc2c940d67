import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { readChoices, type ReadChoices } from '#core/ingest/choices.ts'
import { titleOfFile } from '#core/ingest/title-of-file.ts'
import { ok, type Result } from '#core/result.ts'
import { folderOf, originalFile } from '../../data/folder.ts'
import { startVersion } from '../../data/start-version.ts'
import type { Upload } from '../../db/uploads.ts'
import { toWireDataset, type WireDataset } from '../../wire/dataset.ts'
import { defineCommand, type Deps } from '../command.ts'
import { partCount } from './part-sizes.ts'

type Read = { readonly folder: string; readonly choices: ReadChoices | null }

/** The dataset, its first version, and the job that will read it. Asked twice at once, one of the two does it. */
async function addDataset(
  { store, queue, caller, now, newId }: Deps,
  upload: Upload,
  { folder, choices }: Read,
): Promise<void> {
  const [job, at] = [newId<'job'>(), now()]
  const { datasetId, versionId, fileName, bytes, sha256 } = upload
  const added = await store.datasets.add(
    {
      dataset: {
        id: datasetId,
        name: titleOfFile(fileName),
        currentVersionId: versionId,
        createdAt: at,
        updatedAt: at,
      },
      version: {
        id: versionId,
        datasetId,
        number: 1,
        folder,
        fileName,
        bytes,
        sha256,
        choices,
        status: 'pending',
        createdAt: at,
      },
    },
    { id: job, kind: 'ingest-dataset', datasetId, versionId, status: 'queued', enqueuedAt: at, createdAt: at },
  )
  if (added) await queue.send({ job, workspace: caller.workspace })
}

const endingOf = (fileName: string): string => /\.[^.]*$/u.exec(fileName)?.[0].toLowerCase() ?? ''

/** A new version is read as the one before was, when it is a file of the same kind and nobody says otherwise. */
async function addVersion(deps: Deps, { datasetId, ...upload }: Upload, { folder, choices }: Read): Promise<void> {
  const { versionId: id, fileName, bytes, sha256 } = upload
  const before = (await deps.store.datasets.find(datasetId))?.version
  const asBefore = before && endingOf(before.fileName) === endingOf(fileName) ? before.choices : null
  const file = { id, datasetId, folder, fileName, bytes, sha256, choices: choices ?? asBefore }
  await startVersion(deps, { ...file, kind: 'ingest-dataset' })
}

async function answer({ store }: Deps, { datasetId }: Upload): Promise<Result<WireDataset>> {
  const dataset = await store.datasets.find(datasetId)
  return dataset ? ok(toWireDataset(dataset)) : fail('upload/not-found')
}

export const completeUpload = defineCommand({
  summary: 'Finish an upload: it becomes a dataset, or a new version of one, which is then read.',
  access: 'guest',
  input: z.object({ id: z.string(), choices: readChoices.optional() }),
  async run(deps, { id, choices = null }): Promise<Result<WireDataset>> {
    const { store, files, caller, config } = deps
    const upload = await store.uploads.find(id)
    if (!upload) return fail('upload/not-found')
    if (upload.status === 'completed') return answer(deps, upload)
    const parts = await store.uploads.parts(upload.id)
    const missing = partCount(upload.bytes, config.upload.partBytes) - parts.length
    if (missing > 0) return fail('upload/incomplete', { missing })
    const folder = folderOf(caller.workspace, upload.datasetId, upload.versionId)
    await files.completeUpload(originalFile(folder, upload.fileName), upload.multipartId, parts)
    const isVersion = (await store.datasets.find(upload.datasetId)) !== null
    await (isVersion ? addVersion : addDataset)(deps, upload, { folder, choices })
    await store.uploads.complete(upload.id)
    return answer(deps, upload)
  },
})
