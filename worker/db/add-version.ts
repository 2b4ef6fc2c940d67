import { and, eq, exists, sql } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import { brokeUniqueness, type Database } from './database.ts'
import { dataset, datasetVersion, job } from './schema.ts'

type Owned<Row> = Omit<Row, 'workspaceId'>
export type NewVersion = Owned<Omit<typeof datasetVersion.$inferInsert, 'number'>>
export type NewJob = Owned<typeof job.$inferInsert>

/** The number after the highest a dataset has had; read and written in one statement, so two at once get two. */
const nextNumber = (of: Id<'dataset'>) =>
  sql<number>`(SELECT coalesce(max(number), 0) + 1 FROM dataset_version WHERE dataset_id = ${of})`

/**
 * Adds a version to a dataset that is there, with the job that makes it, together. The current version stays current
 * until the new one is ready; one that failed gives way at once, for it answers nothing. False when it was added before.
 */
export async function addVersion(
  db: Database,
  workspaceId: Id<'workspace'>,
  { version, work }: { readonly version: NewVersion; readonly work: NewJob },
): Promise<boolean> {
  const failed = db
    .select({ id: datasetVersion.id })
    .from(datasetVersion)
    .where(and(eq(datasetVersion.id, dataset.currentVersionId), eq(datasetVersion.status, 'failed')))
  const mine = and(eq(dataset.workspaceId, workspaceId), eq(dataset.id, version.datasetId))
  try {
    await db.batch([
      db.insert(datasetVersion).values({ ...version, workspaceId, number: nextNumber(version.datasetId) }),
      db.insert(job).values({ ...work, workspaceId }),
      db
        .update(dataset)
        .set({ currentVersionId: version.id })
        .where(and(mine, exists(failed))),
    ])
    return true
  } catch (error) {
    if (brokeUniqueness(error)) return false
    throw error
  }
}
