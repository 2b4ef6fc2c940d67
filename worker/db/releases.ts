import { and, desc, eq } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import { datasetIsAlive } from './alive.ts'
import type { Database } from './database.ts'
import { release } from './schema.ts'
import { writeIf } from './write-if.ts'

export type StoredRelease = typeof release.$inferSelect

/** Later releases are decided beside so many earlier ones; more would not be looked at within a request. */
const mostRemembered = 80

/** What the links of one workspace have told. */
export const releasesIn = (db: Database, workspaceId: Id<'workspace'>) => ({
  /** The last releases of a dataset, the earliest first. */
  async of(datasetId: string): Promise<readonly StoredRelease[]> {
    const found = await db
      .select()
      .from(release)
      .where(and(eq(release.workspaceId, workspaceId), eq(release.datasetId, datasetId as Id<'dataset'>)))
      .orderBy(desc(release.number))
      .limit(mostRemembered)
      .all()
    return found.toReversed()
  },

  /** What was decided of this release; undefined where it is new. */
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

  /** Adds releases under the next numbers. False where others were added meanwhile, or their dataset was deleted. */
  async add(rows: readonly Omit<StoredRelease, 'workspaceId'>[]): Promise<boolean> {
    const written = await writeIf(
      db,
      [...new Set(rows.map(({ datasetId }) => datasetId))].map((id) => datasetIsAlive(db, workspaceId, id)),
      rows.map((row) => db.insert(release).values({ ...row, workspaceId })),
    )
    return written === 'written'
  },
})
