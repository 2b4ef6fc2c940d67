import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import type { Dashboard } from './dashboards.ts'
import type { Database } from './database.ts'
import { selectDatasets, toDataset, type Dataset } from './datasets.ts'
import { dashboard, dataset } from './schema.ts'

const most = 100

/** What was deleted in one workspace and is not yet gone for good; the last deleted first. */
export const deletedIn = (db: Database, workspaceId: Id<'workspace'>) => ({
  async datasets(): Promise<Dataset[]> {
    const gone = and(eq(dataset.workspaceId, workspaceId), isNotNull(dataset.deletedAt))
    return (await selectDatasets(db).where(gone).orderBy(desc(dataset.deletedAt)).limit(most).all()).map(toDataset)
  },

  dashboards: (): Promise<Dashboard[]> =>
    db
      .select()
      .from(dashboard)
      .where(and(eq(dashboard.workspaceId, workspaceId), isNotNull(dashboard.deletedAt)))
      .orderBy(desc(dashboard.deletedAt))
      .limit(most)
      .all(),

  /** Brings back a dataset, and with it the dashboards that went at the same moment. */
  async restoreDataset(id: Id<'dataset'>, deletedAt: Date): Promise<void> {
    const wentWith = and(eq(dashboard.datasetId, id), eq(dashboard.deletedAt, deletedAt))
    await db.batch([
      db
        .update(dashboard)
        .set({ deletedAt: null })
        .where(and(eq(dashboard.workspaceId, workspaceId), wentWith)),
      db
        .update(dataset)
        .set({ deletedAt: null })
        .where(and(eq(dataset.workspaceId, workspaceId), eq(dataset.id, id))),
    ])
  },

  restoreDashboard: (id: Id<'dashboard'>) =>
    db
      .update(dashboard)
      .set({ deletedAt: null })
      .where(and(eq(dashboard.workspaceId, workspaceId), eq(dashboard.id, id))),
})
