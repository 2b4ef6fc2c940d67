import type { NewVersion } from '../db/add-version.ts'
import type { NewJob } from '../db/jobs.ts'
import type { Store } from '../db/store.ts'
import type { Term, Written } from '../db/write-if.ts'
import type { Caller, Service } from '../service.ts'
import { tellDataset } from './tell-dataset.ts'

type Means = Service & { readonly store: Store; readonly caller: Pick<Caller, 'workspace'> }

/** A version to make, and its input. */
type Wanted = Pick<NewVersion, 'id' | 'datasetId' | 'folder' | 'fileName' | 'bytes'> &
  Pick<NewVersion, 'sha256' | 'origin' | 'basedOnId' | 'choices'>

/** The job that makes a version, by id in the job registry. */
export function versionWork(
  { newId, now }: Pick<Service, 'newId' | 'now'>,
  { id, datasetId, origin }: Pick<NewVersion, 'id' | 'datasetId' | 'origin'>,
): NewJob {
  const kind = origin === 'recipe' ? 'clean-dataset' : 'ingest-dataset'
  const at = now()
  return { id: newId(), kind, input: { dataset: datasetId, version: id }, enqueuedAt: at, createdAt: at }
}

/**
 * Adds a version and queues its job, if all terms hold; the current version stays until it is ready. `unmet` if a
 * term does not hold, or the dataset or input version was deleted meanwhile.
 */
export async function startVersion(means: Means, version: Wanted, terms: readonly Term[] = []): Promise<Written> {
  const { store, queue, caller } = means
  const work = versionWork(means, version)
  const written = await store.versions.add({ ...version, status: 'pending', createdAt: work.createdAt }, work, terms)
  if (written !== 'written') return written
  await queue.send({ job: work.id })
  await tellDataset(means, { workspace: caller.workspace, dataset: version.datasetId })
  return written
}
