import type { Id } from '#core/ids.ts'
import type { ReadChoices } from '#core/ingest/choices.ts'
import { titleOf } from '#core/ingest/title-of-file.ts'
import type { Store } from '../db/store.ts'
import type { Term, Written } from '../db/write-if.ts'
import type { Service } from '../service.ts'
import { versionWork } from './start-version.ts'

type Means = Service & { readonly store: Store }

/** The file of a dataset's first version, stored in its folder. */
type FirstFile = {
  readonly datasetId: Id<'dataset'>
  readonly versionId: Id<'version'>
  /** Null: in no project. */
  readonly projectId: Id<'project'> | null
  /** True if only those granted see it. */
  readonly isRestricted?: boolean
  readonly folder: string
  readonly fileName: string
  readonly bytes: number
  readonly sha256: string | null
  readonly choices: ReadChoices | null
}

/** Creates a dataset, its first version and the job that reads it, if all terms hold. */
export async function startDataset(means: Means, first: FirstFile, terms: readonly Term[]): Promise<Written> {
  const { store, queue } = means
  const { datasetId, versionId, projectId, isRestricted = false, folder, fileName, bytes, sha256, choices } = first
  const work = versionWork(means, { id: versionId, datasetId })
  const at = work.createdAt
  const file = { folder, fileName, bytes, sha256, choices }
  const name = titleOf(fileName, choices ?? {})
  const written = await store.datasets.add(
    {
      dataset: {
        id: datasetId,
        name,
        projectId,
        isRestricted,
        currentVersionId: versionId,
        createdAt: at,
        updatedAt: at,
      },
      version: { ...file, id: versionId, datasetId, number: 1, status: 'pending', createdAt: at },
      work,
    },
    terms,
  )
  if (written === 'written') await queue.send({ job: work.id })
  return written
}
