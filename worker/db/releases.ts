import { and, desc, eq } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import { datasetIsAlive } from './alive.ts'
import type { Database } from './database.ts'
import { release } from './schema/links.ts'
import { writeIf } from './write-if.ts'

export type StoredRelease = typeof release.$inferSelect

/** Earlier releases considered in a decision; more would take too long for a request. */
const maxRemembered = 80

/** Releases of one workspace's links. */
export const releasesIn = (db: Database, workspaceId: Id<'workspace'>) => ({
  /** The latest releases of a dataset, earliest first. */
  async of(datasetId: string): Promise<readonly StoredRelease[]> {
    const found = await db
      .select()
      .from(release)
      .where(and(eq(release.workspaceId, workspaceId), eq(release.datasetId, datasetId as Id<'dataset'>)))
      .orderBy(desc(release.number))
      .limit(maxRemembered)
      .all()
    return found.toReversed()
  },

  /** The decision on a release; undefined for a new one. */
  find: (datasetId: string, fingerprint: string): Promise<StoredRelease | undefined> =>
    db
      .select()
      .from(release)
      .where(
        and(
          eq(release.workspaceId, workspaceId),
          eq(release.datasetId, datasetId as Id<'dataset'>),
          eq(release.fingerprint, fingerprint),
        ),
      )
      .get(),

  /** Adds releases under the next numbers. False if others were added meanwhile, or the dataset was deleted. */
  async add(rows: readonly Omit<StoredRelease, 'workspaceId'>[]): Promise<boolean> {
    const written = await writeIf(
      db,
      [...new Set(rows.map(({ datasetId }) => datasetId))].map((id) => datasetIsAlive(db, workspaceId, id)),
      rows.map((row) => db.insert(release).values({ ...row, workspaceId })),
    )
    return written === 'written'
  },
})
