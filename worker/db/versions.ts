import { and, desc, eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import { addVersion, type NewJob, type NewVersion } from './add-version.ts'
import type { Database } from './database.ts'
import type { Version } from './datasets.ts'
import { finishVersion, type Made } from './finish-version.ts'
import { dataset, datasetVersion, job, type StoredFailure } from './schema.ts'

const lastKindOf = (version: Id<'version'>) =>
  sql<string>`(SELECT kind FROM job WHERE version_id = ${version} ORDER BY created_at DESC LIMIT 1)`

/** The versions of the datasets of one workspace: what becomes of an uploaded file. */
export const versionsIn = (db: Database, workspaceId: Id<'workspace'>) => {
  const versionIs = (id: Id<'version'>) => and(eq(datasetVersion.workspaceId, workspaceId), eq(datasetVersion.id, id))
  const isOf = (id: Id<'dataset'>) => and(eq(datasetVersion.workspaceId, workspaceId), eq(datasetVersion.datasetId, id))
  const datasetIs = (id: Id<'dataset'>) => and(eq(dataset.workspaceId, workspaceId), eq(dataset.id, id))

  return {
    find: (id: string): Promise<Version | undefined> =>
      db
        .select()
        .from(datasetVersion)
        .where(versionIs(id as Id<'version'>))
        .get(),

    /** The versions of a dataset, newest first. */
    of: (datasetId: Id<'dataset'>): Promise<Version[]> =>
      db.select().from(datasetVersion).where(isOf(datasetId)).orderBy(desc(datasetVersion.number)).all(),

    /** Adds a version with the job that makes it; see `addVersion`. */
    add: (version: NewVersion, work: NewJob): Promise<boolean> => addVersion(db, workspaceId, { version, work }),

    /** Puts a failed version back to the start, with a new job of the kind that made it. */
    async tryAgain({ id, datasetId }: Version, jobId: Id<'job'>, now: Date): Promise<void> {
      const work = { id: jobId, kind: lastKindOf(id), datasetId, versionId: id, status: 'queued' } as const
      await db.batch([
        db.update(datasetVersion).set({ status: 'pending', progress: 0, failure: null }).where(versionIs(id)),
        db.insert(job).values({ ...work, workspaceId, enqueuedAt: now, createdAt: now }),
      ])
    },

    /** Progress never runs backwards within an attempt; reports may overtake one another. */
    async progress(id: Id<'version'>, fraction: number): Promise<void> {
      await db
        .update(datasetVersion)
        .set({ status: 'processing', progress: sql`max(${datasetVersion.progress}, ${fraction})` })
        .where(and(versionIs(id), inArray(datasetVersion.status, ['pending', 'processing'])))
    },

    /** Makes a version ready, and current unless a newer one is; see `finishVersion`. */
    finish: (version: Version, made: Made): Promise<void> => finishVersion(db, workspaceId, { version, made }),

    /** Makes another version the current one. */
    makeCurrent: ({ id, datasetId }: Version, now: Date) =>
      db.update(dataset).set({ currentVersionId: id, updatedAt: now }).where(datasetIs(datasetId)),

    /** Removes a version. False when it is the current one, which stays. */
    async remove({ id, datasetId }: Pick<Version, 'id' | 'datasetId'>): Promise<boolean> {
      const currentOne = db.select({ id: dataset.currentVersionId }).from(dataset).where(datasetIs(datasetId))
      const gone = await db
        .delete(datasetVersion)
        .where(and(versionIs(id), notInArray(datasetVersion.id, currentOne)))
        .returning({ id: datasetVersion.id })
        .all()
      return gone.length === 1
    },

    async fail(id: Id<'version'>, failure: StoredFailure, at: Date): Promise<void> {
      await db.update(datasetVersion).set({ status: 'failed', failure, processedAt: at }).where(versionIs(id))
    },
  }
}
