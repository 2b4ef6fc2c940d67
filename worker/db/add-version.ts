import { and, eq, exists, sql } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import { datasetIsAlive } from './alive.ts'
import type { Database } from './database.ts'
import { insertJob, type NewJob } from './jobs.ts'
import { dataset, datasetVersion } from './schema/datasets.ts'
import { thereIs, type Term, writeIf, type Written } from './write-if.ts'

export type NewVersion = Omit<typeof datasetVersion.$inferInsert, 'workspaceId' | 'number'>

type Addition = {
  readonly version: NewVersion
  readonly work: NewJob
  /** Further conditions. */
  readonly terms: readonly Term[]
}

/** The highest number of the dataset plus one, computed in the INSERT so that concurrent versions differ. */
const nextNumber = (of: Id<'dataset'>) =>
  sql<number>`(SELECT coalesce(max(number), 0) + 1 FROM dataset_version WHERE dataset_id = ${of})`

/**
 * Adds a version with its job to a dataset that is not deleted. The current version stays current until the new one
 * is ready, unless it failed.
 */
export function addVersion(
  db: Database,
  workspaceId: Id<'workspace'>,
  { version, work, terms }: Addition,
): Promise<Written> {
  const { datasetId, basedOnId } = version
  const versionIs = (id: Id<'version'>) =>
    db
      .select({ id: datasetVersion.id })
      .from(datasetVersion)
      .where(and(eq(datasetVersion.workspaceId, workspaceId), eq(datasetVersion.id, id)))
  const failed = db
    .select({ id: datasetVersion.id })
    .from(datasetVersion)
    .where(and(eq(datasetVersion.id, dataset.currentVersionId), eq(datasetVersion.status, 'failed')))
  return writeIf(
    db,
    [datasetIsAlive(db, workspaceId, datasetId), ...(basedOnId ? [thereIs(versionIs(basedOnId))] : []), ...terms],
    [
      db.insert(datasetVersion).values({ ...version, workspaceId, number: nextNumber(datasetId) }),
      insertJob(db, workspaceId, work),
      db
        .update(dataset)
        .set({ currentVersionId: version.id })
        .where(and(eq(dataset.workspaceId, workspaceId), eq(dataset.id, datasetId), exists(failed))),
    ],
  )
}
