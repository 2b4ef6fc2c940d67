import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import type { Files } from '../adapters/files.ts'
import type { Dataset, Version } from '../db/datasets.ts'
import type { Store } from '../db/store.ts'
import { originalFile } from './folder.ts'

type Means = { readonly store: Pick<Store, 'versions'>; readonly files: Files }

/** A version read from a file, and the file's key. */
export type Original = { readonly version: Version; readonly key: string }

/** The uploaded file of a dataset's newest version, or of the version it was made from. */
export async function originalOf({ store, files }: Means, dataset: Dataset): Promise<Result<Original, Failure>> {
  let version: Version | undefined = dataset.next ?? dataset.version
  while (version && version.origin !== 'upload' && version.basedOnId !== null)
    version = await store.versions.find(version.basedOnId)
  const key = version && originalFile(version.folder, version.fileName)
  if (!version || !key || (await files.size(key)) === null) return fail('dataset/no-original', { name: dataset.name })
  return ok({ version, key })
}
