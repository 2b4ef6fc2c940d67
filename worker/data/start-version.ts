import type { Id } from '#core/ids.ts'
import type { NewVersion } from '../db/add-version.ts'
import type { Store } from '../db/store.ts'
import type { Term, Written } from '../db/write-if.ts'
import type { Caller, Service } from '../service.ts'
import { tellDataset } from './tell-dataset.ts'

type Means = Service & { readonly store: Store; readonly caller: Pick<Caller, 'workspace'> }

/** A version to be made: what it is made of, and by which kind of job. */
type Wanted = Pick<NewVersion, 'id' | 'datasetId' | 'folder' | 'fileName' | 'bytes'> &
  Pick<NewVersion, 'sha256' | 'origin' | 'basedOnId' | 'choices'> & {
    /** An id of the job registry. The job ends by `finishVersion`. */
    readonly kind: string
  }

/**
 * Adds a version to a dataset that is there and sends for its job, if all terms hold; the current version answers until
 * it is ready. `unmet` where a term does not hold, or the dataset or what the version is made of was deleted meanwhile.
 */
export async function startVersion(
  means: Means,
  { kind, ...version }: Wanted,
  terms: readonly Term[] = [],
): Promise<Written> {
  const { store, queue, caller, now, newId } = means
  const [job, at]: [Id<'job'>, Date] = [newId<'job'>(), now()]
  const { id: versionId, datasetId } = version
  const work = { id: job, kind, datasetId, versionId, status: 'queued', enqueuedAt: at, createdAt: at } as const
  const written = await store.versions.add({ ...version, status: 'pending', createdAt: at }, work, terms)
  if (written !== 'written') return written
  await queue.send({ job, workspace: caller.workspace })
  await tellDataset(means, { workspace: caller.workspace, dataset: datasetId })
  return written
}
