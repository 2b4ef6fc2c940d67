import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Dashboard as Document } from '#core/dashboard/dashboard.ts'
import type { Id } from '#core/ids.ts'
import { brokeUniqueness, type Database } from './database.ts'
import { dashboard, dashboardEdit } from './schema.ts'

export type Dashboard = typeof dashboard.$inferSelect
type Logged = Omit<typeof dashboardEdit.$inferInsert, 'workspaceId' | 'dashboardId'>
type Change = {
  readonly from: Dashboard
  readonly to: Document
  readonly edits: readonly Logged[]
  readonly at: Date
}

/** The dashboards of one workspace. */
export const dashboardsIn = (db: Database, workspaceId: Id<'workspace'>) => {
  const mine = and(eq(dashboard.workspaceId, workspaceId), isNull(dashboard.deletedAt))
  const isMine = (id: string) => and(mine, eq(dashboard.id, id as Id<'dashboard'>))
  return {
    all: (): Promise<Dashboard[]> =>
      db.select().from(dashboard).where(mine).orderBy(desc(dashboard.updatedAt)).limit(500).all(),

    find: (id: string): Promise<Dashboard | undefined> => db.select().from(dashboard).where(isMine(id)).get(),

    /** False when there is one with this id. */
    async add(row: Omit<typeof dashboard.$inferInsert, 'workspaceId'>): Promise<boolean> {
      try {
        await db.insert(dashboard).values({ ...row, workspaceId })
        return true
      } catch (error) {
        if (brokeUniqueness(error)) return false
        throw error
      }
    },

    remove: (id: Id<'dashboard'>, now: Date) => db.update(dashboard).set({ deletedAt: now }).where(isMine(id)),

    /** Removes the dashboards that were made of a dataset. */
    removeOf: (dataset: Id<'dataset'>, now: Date) =>
      db
        .update(dashboard)
        .set({ deletedAt: now })
        .where(and(mine, eq(dashboard.datasetId, dataset))),

    /**
     * Stores a changed document and its edits together. False when another change came first:
     * two logs of one version break the key of the log, and nothing of the batch stays.
     */
    async change({ from, to, edits, at }: Change): Promise<boolean> {
      const rows = edits.map((edit) => ({ ...edit, workspaceId, dashboardId: from.id }))
      try {
        await db.batch([
          db
            .update(dashboard)
            .set({ document: to, version: to.version, updatedAt: at })
            .where(and(isMine(from.id), eq(dashboard.version, from.version))),
          ...rows.map((row) => db.insert(dashboardEdit).values(row)),
        ])
        return true
      } catch (error) {
        if (brokeUniqueness(error)) return false
        throw error
      }
    },
  }
}
