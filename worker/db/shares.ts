import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import { dashboardIsAlive } from './alive.ts'
import type { Database } from './database.ts'
import { dashboard } from './schema/dashboards.ts'
import { share } from './schema/links.ts'
import { writeIf } from './write-if.ts'

export type Share = typeof share.$inferSelect

/** Public links of one workspace. */
export const sharesIn = (db: Database, workspaceId: Id<'workspace'>) => ({
  /** False if its dashboard was deleted meanwhile. */
  add: async (row: Omit<typeof share.$inferInsert, 'workspaceId'>): Promise<boolean> =>
    (await writeIf(
      db,
      [dashboardIsAlive(db, workspaceId, row.dashboardId)],
      [db.insert(share).values({ ...row, workspaceId })],
    )) === 'written',

  of: (dashboardId: Id<'dashboard'>): Promise<Share[]> =>
    db
      .select()
      .from(share)
      .where(and(eq(share.workspaceId, workspaceId), eq(share.dashboardId, dashboardId)))
      .orderBy(desc(share.createdAt))
      .limit(200)
      .all(),

  /** Changes a link's disclosure rule; returns the link if it exists and is valid. */
  change(id: string, to: Pick<Share, 'isOpen' | 'least'>): Promise<Share | undefined> {
    return db
      .update(share)
      .set(to)
      .where(and(eq(share.workspaceId, workspaceId), eq(share.id, id as Id<'share'>), isNull(share.revokedAt)))
      .returning()
      .get()
  },

  /** Revokes a link. False if it does not exist. */
  async revoke(id: string, now: Date): Promise<boolean> {
    const mine = and(eq(share.workspaceId, workspaceId), eq(share.id, id as Id<'share'>))
    const found = await db.select({ id: share.id }).from(share).where(mine).get()
    if (found)
      await db
        .update(share)
        .set({ revokedAt: now })
        .where(and(mine, isNull(share.revokedAt)))
    return found !== undefined
  },
})

/** The target of a link, by the hash of its token. */
export const linkIn = (db: Database, tokenHash: string) =>
  db
    .select({ workspace: share.workspaceId, dashboard: share.dashboardId, isOpen: share.isOpen, least: share.least })
    .from(share)
    .innerJoin(dashboard, eq(dashboard.id, share.dashboardId))
    .where(and(eq(share.tokenHash, tokenHash), isNull(share.revokedAt), isNull(dashboard.deletedAt)))
    .get()
