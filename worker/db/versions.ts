import { and, desc, eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import { addVersion, type NewVersion } from './add-version.ts'
import { datasetIsAlive } from './alive.ts'
import type { Database } from './database.ts'
import type { Version } from './datasets.ts'
import { finishVersion, type Made } from './finish-version.ts'
import { insertJob, type NewJob } from './jobs.ts'
import { dataset, datasetVersion } from './schema/datasets.ts'
import type { StoredFailure } from './schema/jobs.ts'
import { thereIs, type Term, type Write, writeIf, type Written } from './write-if.ts'

/** Versions of one workspace's datasets. */
export const versionsIn = (db: Database, workspaceId: Id<'workspace'>) => {
  const versionIs = (id: Id<'version'>) => and(eq(datasetVersion.workspaceId, workspaceId), eq(datasetVersion.id, id))
  const isOf = (id: Id<'dataset'>) => and(eq(datasetVersion.workspaceId, workspaceId), eq(datasetVersion.datasetId, id))
  const datasetIs = (id: Id<'dataset'>) => and(eq(dataset.workspaceId, workspaceId), eq(dataset.id, id))
  const withStatus = (id: Id<'version'>, status: Version['status']) =>
    db
      .select({ id: datasetVersion.id })
      .from(datasetVersion)
      .where(and(versionIs(id), eq(datasetVersion.status, status)))

  return {
    find: (id: string): Promise<Version | undefined> =>
      db
        .select()
        .from(datasetVersion)
        .where(versionIs(id as Id<'version'>))
        .get(),

    /** Versions of a dataset, newest first. */
    of: (datasetId: Id<'dataset'>): Promise<Version[]> =>
      db.select().from(datasetVersion).where(isOf(datasetId)).orderBy(desc(datasetVersion.number)).all(),

    /** Adds a version with its job; see `addVersion`. */
    add: (version: NewVersion, work: NewJob, terms: readonly Term[]): Promise<Written> =>
      addVersion(db, workspaceId, { version, work, terms }),

    /** Resets a failed version with a new job. False if it is no longer failed. */
    async tryAgain({ id, datasetId }: Version, work: NewJob): Promise<boolean> {
      const written = await writeIf(
        db,
        [datasetIsAlive(db, workspaceId, datasetId), thereIs(withStatus(id, 'failed'))],
        [
          db.update(datasetVersion).set({ status: 'pending', progress: 0, failure: null }).where(versionIs(id)),
          insertJob(db, workspaceId, work),
        ],
      )
      return written === 'written'
    },

    /** Progress never decreases within an attempt, because reports may arrive out of order. */
    async progress(id: Id<'version'>, fraction: number): Promise<void> {
      await db
        .update(datasetVersion)
        .set({ status: 'processing', progress: sql`max(${datasetVersion.progress}, ${fraction})` })
        .where(and(versionIs(id), inArray(datasetVersion.status, ['pending', 'processing'])))
    },

    /** Statement that fails a version, unless it is ready. */
    failing: (id: Id<'version'>, failure: StoredFailure, at: Date): Write =>
      db
        .update(datasetVersion)
        .set({ status: 'failed', failure, processedAt: at })
        .where(and(versionIs(id), inArray(datasetVersion.status, ['pending', 'processing']))),

    /** Marks a version ready, and current unless a newer one is; see `finishVersion`. */
    finish: (version: Version, made: Made): Promise<Written> => finishVersion(db, workspaceId, { version, made }),

    /** Makes a version current. False if it or its dataset was deleted meanwhile. */
    async makeCurrent({ id, datasetId }: Version, now: Date): Promise<boolean> {
      const terms = [datasetIsAlive(db, workspaceId, datasetId), thereIs(withStatus(id, 'ready'))]
      const move = db.update(dataset).set({ currentVersionId: id, updatedAt: now }).where(datasetIs(datasetId))
      const release = db.update(datasetVersion).set({ held: null }).where(versionIs(id))
      return (await writeIf(db, terms, [move, release])) === 'written'
    },

    /** Deletes a version. False for the current one. */
    async remove({ id, datasetId }: Pick<Version, 'id' | 'datasetId'>): Promise<boolean> {
      const currentOne = db.select({ id: dataset.currentVersionId }).from(dataset).where(datasetIs(datasetId))
      const gone = await db
        .delete(datasetVersion)
        .where(and(versionIs(id), notInArray(datasetVersion.id, currentOne)))
        .returning({ id: datasetVersion.id })
        .all()
      return gone.length === 1
    },
  }
}
