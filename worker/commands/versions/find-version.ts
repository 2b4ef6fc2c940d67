import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import type { Dataset, Version } from '../../db/datasets.ts'
import type { Store } from '../../db/store.ts'

type Found = { readonly version: Version; readonly dataset: Dataset }

/** A version of a dataset that is not deleted. */
export async function findVersion(store: Store, id: string): Promise<Result<Found, Failure>> {
  const version = await store.versions.find(id)
  const dataset = version && (await store.datasets.find(version.datasetId))
  return version && dataset ? ok({ version, dataset }) : fail('version/not-found')
}
