import { z } from 'zod'
import { fail, type Failure } from '#core/errors.ts'
import { checkFile } from '#core/ingest/sniff.ts'
import { ok, type Result } from '#core/result.ts'
import { folderOf, originalFile } from '../../data/folder.ts'
import { toWireDataset } from '../../wire/dataset.ts'
import { defineCommand, type Deps } from '../command.ts'

type File = { readonly name: string; readonly size: number; readonly isNew: boolean }

/** What can be told before a byte arrives; the content is checked with the first part. */
async function admit({ config, caller, store }: Deps, { name, size, isNew }: File): Promise<Result<null, Failure>> {
  const { maxBytes } = config.upload
  if (size === 0 || size > maxBytes) {
    const refused = checkFile(name, size, new Uint8Array(1), maxBytes)
    if (!refused.ok) return refused
  }
  if (caller.kind === 'member') return ok(null)
  const [used, open] = await Promise.all([store.usage(), store.uploads.open()])
  const { datasets, bytes } = config.guest
  if (isNew && used.datasets + open.uploads >= datasets) return fail('quota/datasets', { limit: datasets })
  if (used.bytes + open.bytes + size > bytes) return fail('quota/bytes', { megabytes: Math.round(bytes / 1_000_000) })
  return ok(null)
}

export const startUpload = defineCommand({
  summary: 'Announce a file: checks name, size and quota, and tells whether the same file is here already.',
  access: 'guest',
  input: z.object({
    name: z.string().trim().min(1).max(255),
    size: z.int().min(0),
    /** Of the whole file, in hexadecimal; null where the browser could not compute it. */
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable()
      .default(null),
    /** The dataset that this is a new version of; missing: it becomes a dataset of its own. */
    dataset: z.string().optional(),
  }),
  async run(deps, { name, size, sha256, dataset: of }) {
    const { store, files, caller, config } = deps
    const dataset = of === undefined ? null : await store.datasets.find(of)
    if (of !== undefined && !dataset) return fail('dataset/not-found')
    const admitted = await admit(deps, { name, size, isNew: !dataset })
    if (!admitted.ok) return admitted
    const twin = sha256 ? await store.datasets.findByHash(sha256, dataset?.id) : null
    const datasetId = dataset?.id ?? deps.newId<'dataset'>()
    const [id, versionId] = [deps.newId<'upload'>(), deps.newId<'version'>()]
    const multipartId = await files.startUpload(originalFile(folderOf(caller.workspace, datasetId, versionId), name))
    const file = { fileName: name, bytes: size, sha256 }
    await store.uploads.add({ id, datasetId, versionId, multipartId, ...file, status: 'open', createdAt: deps.now() })
    return ok({ id: String(id), partSize: config.upload.partBytes, duplicate: twin && toWireDataset(twin) })
  },
})
