import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import type { Dataset, Version } from './datasets.ts'
import { datasetVersion, job, type StoredFailure } from './schema.ts'

type Loaded = { readonly rows: number; readonly columns: number; readonly sha256: string | null; readonly at: Date }

/** The versions of the datasets of one workspace: what becomes of an uploaded file. */
export const versionsIn = (db: Database, workspaceId: Id<'workspace'>) => {
  const versionIs = (id: Id<'version'>) => and(eq(datasetVersion.workspaceId, workspaceId), eq(datasetVersion.id, id))

  return {
    find: (id: Id<'version'>): Promise<Version | undefined> =>
      db.select().from(datasetVersion).where(versionIs(id)).get(),

    /** Puts a failed version back to the start, with a new job to read it. */
    async tryAgain({ id: datasetId, version }: Dataset, jobId: Id<'job'>, now: Date): Promise<void> {
      const work = { id: jobId, kind: 'ingest-dataset', datasetId, versionId: version.id, status: 'queued' } as const
      await db.batch([
        db.update(datasetVersion).set({ status: 'pending', progress: 0, failure: null }).where(versionIs(version.id)),
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

    async finish(id: Id<'version'>, { rows, columns, sha256, at }: Loaded): Promise<void> {
      await db
        .update(datasetVersion)
        .set({ status: 'ready', progress: 1, failure: null, rows, columns, sha256, processedAt: at })
        .where(versionIs(id))
    },

    async fail(id: Id<'version'>, failure: StoredFailure, at: Date): Promise<void> {
      await db.update(datasetVersion).set({ status: 'failed', failure, processedAt: at }).where(versionIs(id))
    },
  }
}
