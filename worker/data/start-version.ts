import type { Id } from '#core/ids.ts'
import type { NewVersion } from '../db/add-version.ts'
import type { Store } from '../db/store.ts'
import type { Caller, Service } from '../service.ts'
import { tellDataset } from './tell-dataset.ts'

type Means = Service & { readonly store: Store; readonly caller: Pick<Caller, 'workspace'> }

/** A version to be made: what it is made of, and by which kind of job. */
type Wanted = Pick<NewVersion, 'id' | 'datasetId' | 'folder' | 'fileName' | 'bytes'> &
  Pick<NewVersion, 'sha256' | 'origin' | 'basedOnId' | 'choices'> & {
    /** An id of the job registry. The job ends by `finishVersion`. */
    readonly kind: string
  }

/** Adds a version to a dataset that is there and sends for its job; the current version answers until it is ready. */
export async function startVersion(means: Means, { kind, ...version }: Wanted): Promise<void> {
  const { store, queue, caller, now, newId } = means
  const [job, at]: [Id<'job'>, Date] = [newId<'job'>(), now()]
  const { id: versionId, datasetId } = version
  const work = { id: job, kind, datasetId, versionId, status: 'queued', enqueuedAt: at, createdAt: at } as const
  if (!(await store.versions.add({ ...version, status: 'pending', createdAt: at }, work))) return
  await queue.send({ job, workspace: caller.workspace })
  await tellDataset(means, { workspace: caller.workspace, dataset: datasetId })
}
