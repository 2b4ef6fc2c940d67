import { z } from 'zod'
import { fail, type Failure } from '#core/errors.ts'
import { asId, type Id } from '#core/ids.ts'
import { checkFile } from '#core/ingest/sniff.ts'
import { ok, type Result } from '#core/result.ts'
import { dropUpload } from '../../data/drop-upload.ts'
import { folderOf, originalFile } from '../../data/folder.ts'
import { admitToQuota, needOf, roomFor, whyNoRoom } from '../../data/quota.ts'
import type { Dataset } from '../../db/datasets.ts'
import type { Upload } from '../../db/uploads.ts'
import { toWireDataset, type WireDataset } from '../../wire/dataset.ts'
import { chosenId } from '../chosen-id.ts'
import { defineCommand, type Deps } from '../command.ts'

/** The announced file, and the dataset it is a new version of. */
type Announced = { readonly file: z.output<typeof input>; readonly dataset: Dataset | null }

/** A started upload and what it will create. */
type Begun = {
  readonly id: string
  readonly dataset: string
  readonly partSize: number
  /** Numbers of the received parts. */
  readonly parts: number[]
  /** An existing dataset from the same file. */
  readonly duplicate: WireDataset | null
}

/** Checks name and size before any data arrives; the first part is checked for content. */
async function admit(deps: Deps, { file: { name, size }, dataset }: Announced): Promise<Result<null, Failure>> {
  const { maxBytes } = deps.config.upload
  if (size === 0 || size > maxBytes) {
    const refused = checkFile(name, size, new Uint8Array(1), maxBytes)
    if (!refused.ok) return refused
  }
  return admitToQuota(deps, needOf(size, dataset))
}

/** For a new version, only the same dataset counts as a duplicate. */
async function begun(
  { store, config }: Deps,
  { id, datasetId, sha256 }: Upload,
  among?: Id<'dataset'>,
): Promise<Begun> {
  const twin = sha256 ? await store.datasets.findByHash(sha256, among) : null
  const parts = (await store.uploads.parts(id)).map(({ number }) => number)
  return { id, dataset: datasetId, partSize: config.upload.partBytes, parts, duplicate: twin && toWireDataset(twin) }
}

const input = z.object({
  name: z.string().trim().min(1).max(255),
  size: z.int().min(0),
  /** SHA-256 of the whole file in hexadecimal; null if the browser could not compute it. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
  /** The requested id of the new dataset. */
  as: chosenId.optional(),
  /** The project of a new dataset; if missing, it is in none. */
  project: z.string().optional(),
  /** The dataset that gets a new version; if missing, a new dataset is created. */
  dataset: z.string().optional(),
})

/** Creates the upload if the quota allows. */
async function begin(
  deps: Deps,
  { file: { name, size, sha256, as, project }, dataset }: Announced,
): Promise<Result<Upload, Failure>> {
  const { store, files, caller } = deps
  const wanted = dataset?.id ?? as
  const datasetId = wanted === undefined ? deps.newId<'dataset'>() : asId<'dataset'>(wanted)
  const [id, versionId] = [deps.newId<'upload'>(), deps.newId<'version'>()]
  const multipartId = await files.startUpload(originalFile(folderOf(caller.workspace, datasetId, versionId), name))
  const told = { fileName: name, bytes: size, sha256 }
  const projectId = dataset || project === undefined ? null : asId<'project'>(project)
  const row = {
    id,
    datasetId,
    versionId,
    projectId,
    multipartId,
    ...told,
    status: 'open',
    createdAt: deps.now(),
  } as const
  const upload: Upload = { ...row, workspaceId: caller.workspace }
  const more = needOf(size, dataset)
  if ((await store.uploads.add(row, [roomFor(deps, more), store.projects.isThere(projectId)])) === 'written')
    return ok(upload)
  await dropUpload(deps, upload)
  return whyNoRoom(deps, more)
}

/** An interrupted upload of the same file to the same target. */
async function interruptedLike({ store }: Deps, { name, size, sha256, as, dataset, project }: z.output<typeof input>) {
  if (sha256 === null) return undefined
  const found = await store.uploads.interrupted({
    name,
    size,
    sha256,
    as: dataset ?? as,
    project: dataset ? null : (project ?? null),
  })
  const isVersion = found !== undefined && (await store.datasets.find(found.datasetId)) !== null
  return isVersion === (dataset !== undefined) ? found : undefined
}

/** The dataset that gets a new version; null if a new one is created, in a project that there is. */
async function targetOf(
  { store }: Deps,
  { dataset: of, project }: z.output<typeof input>,
): Promise<Result<Dataset | null, Failure>> {
  const dataset = of === undefined ? null : await store.datasets.find(of)
  if (of !== undefined && !dataset) return fail('dataset/not-found')
  const isThere = project === undefined || (await store.projects.find(project)) !== null
  return isThere ? ok(dataset) : fail('project/not-found')
}

export const startUpload = defineCommand({
  summary:
    'Announce a file: checks name, size and quota, tells whether the same file is here already, and goes on with an upload of it that was interrupted.',
  access: 'guest',
  needs: { may: 'edit', object: 'dataset' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input,
  async run(deps, file): Promise<Result<Begun>> {
    const { as } = file
    const target = await targetOf(deps, file)
    if (!target.ok) return target
    const dataset = target.value
    const interrupted = await interruptedLike(deps, file)
    if (interrupted) return ok(await begun(deps, interrupted, dataset?.id))
    const admitted = await admit(deps, { file, dataset })
    if (!admitted.ok) return admitted
    if (as !== undefined && (await deps.store.datasets.find(as))) return fail('upload/id-taken')
    const opened = await begin(deps, { file, dataset })
    return opened.ok ? ok(await begun(deps, opened.value, dataset?.id)) : opened
  },
})
