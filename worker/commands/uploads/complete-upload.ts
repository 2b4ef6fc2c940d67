import { z } from 'zod'
import { fail, type Failure } from '#core/errors.ts'
import { readChoices, type ReadChoices } from '#core/ingest/choices.ts'
import { ok, type Result } from '#core/result.ts'
import { dropUpload } from '../../data/drop-upload.ts'
import { folderOf, originalFile } from '../../data/folder.ts'
import { admitToQuota, needOf, roomFor } from '../../data/quota.ts'
import { startDataset } from '../../data/start-dataset.ts'
import { startVersion } from '../../data/start-version.ts'
import type { Dataset } from '../../db/datasets.ts'
import type { Upload, UploadPart } from '../../db/uploads.ts'
import type { Term, Written } from '../../db/write-if.ts'
import { toWireDataset, type WireDataset } from '../../wire/dataset.ts'
import { defineCommand, type Deps } from '../command.ts'
import { partCount } from './part-sizes.ts'

/** The dataset or version an upload creates, and its reading choices. */
type Becoming = {
  readonly folder: string
  readonly choices: ReadChoices | null
  readonly terms: readonly Term[]
}

const endingOf = (fileName: string): string => /\.[^.]*$/u.exec(fileName)?.[0].toLowerCase() ?? ''

/**
 * A new version uses the reading choices of the previous one if the file has the same type and the request has none.
 */
function addVersion(
  deps: Deps,
  { version: before }: Dataset,
  upload: Upload,
  { folder, choices, terms }: Becoming,
): Promise<Written> {
  const { datasetId, versionId: id, fileName, bytes, sha256 } = upload
  const asBefore = endingOf(before.fileName) === endingOf(fileName) ? before.choices : null
  const file = { id, datasetId, folder, fileName, bytes, sha256, choices: choices ?? asBefore }
  return startVersion(deps, file, terms)
}

const moreOf = ({ bytes, id }: Upload, dataset: Dataset | null) => ({ ...needOf(bytes, dataset), from: id })

/** Creates the version and ends the upload in one transaction, within the quota, counting the bytes that arrived. */
async function become(deps: Deps, upload: Upload, choices: ReadChoices | null): Promise<Written> {
  const { store, caller } = deps
  const dataset = await store.datasets.find(upload.datasetId)
  const more = moreOf(upload, dataset)
  const folder = folderOf(caller.workspace, upload.datasetId, upload.versionId)
  const terms = [store.uploads.completing(upload.id), roomFor(deps, more)]
  return dataset
    ? addVersion(deps, dataset, upload, { folder, choices, terms })
    : startDataset(deps, { ...upload, folder, choices }, terms)
}

async function answer({ store }: Deps, { datasetId }: Upload): Promise<Result<WireDataset>> {
  const dataset = await store.datasets.find(datasetId)
  return dataset ? ok(toWireDataset(dataset)) : fail('upload/not-found')
}

/**
 * The failure if the upload created nothing: another request completed or cancelled it, deleted its dataset, or used
 * up the quota.
 */
async function explain(deps: Deps, upload: Upload): Promise<Result<WireDataset>> {
  const now = await deps.store.uploads.find(upload.id)
  if (now?.status === 'completed') return answer(deps, now)
  const dataset = await deps.store.datasets.find(upload.datasetId)
  const admitted = await admitToQuota(deps, moreOf(upload, dataset))
  if (now) return admitted.ok ? fail('dataset/not-found') : admitted
  await dropUpload(deps, upload)
  return fail('upload/not-found')
}

/**
 * Completes the multipart upload. If a part was replaced meanwhile, or not yet recorded, the attempted parts are
 * discarded and must be sent again.
 */
async function putTogether(deps: Deps, upload: Upload, parts: readonly UploadPart[]): Promise<Result<null, Failure>> {
  const { store, files, caller } = deps
  const key = originalFile(folderOf(caller.workspace, upload.datasetId, upload.versionId), upload.fileName)
  try {
    if (await files.completeUpload(key, upload.multipartId, parts)) return ok(null)
  } catch (error) {
    if (await store.uploads.find(upload.id)) throw error
    return fail('upload/not-found')
  }
  await store.uploads.forgetParts(upload.id, parts)
  return fail('upload/incomplete', { missing: parts.length })
}

export const completeUpload = defineCommand({
  summary: 'Finish an upload: it becomes a dataset, or a new version of one, which is then read.',
  access: 'guest',
  needs: { may: 'edit', object: 'upload' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string(), choices: readChoices.optional() }),
  async run(deps, { id, choices = null }): Promise<Result<WireDataset>> {
    const { store, config } = deps
    const upload = await store.uploads.find(id)
    if (!upload) return fail('upload/not-found')
    if (upload.status === 'completed') return answer(deps, upload)
    const parts = await store.uploads.parts(upload.id)
    const missing = partCount(upload.bytes, config.upload.partBytes) - parts.length
    if (missing > 0) return fail('upload/incomplete', { missing })
    const whole = await putTogether(deps, upload, parts)
    if (!whole.ok) return whole
    const written = await become(deps, upload, choices)
    if (written === 'taken') return fail('upload/not-found')
    return written === 'written' ? answer(deps, upload) : explain(deps, upload)
  },
})
