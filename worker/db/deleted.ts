import { and, desc, eq, exists, gt, isNotNull, isNull, or } from 'drizzle-orm'
import type { Standing } from '#core/access/standing.ts'
import type { Id } from '#core/ids.ts'
import type { Dashboard } from './dashboards.ts'
import type { Database } from './database.ts'
import { selectDatasets, toDatasets, type Dataset } from './datasets.ts'
import { dashboard } from './schema/dashboards.ts'
import { dataset } from './schema/datasets.ts'
import { seesDashboard, seesDataset } from './standing.ts'
import { thereIs, type Term, writeIf, type Written } from './write-if.ts'

const most = 100

/** A deleted dataset, and the start of the retention period. */
type Restored = { readonly id: Id<'dataset'>; readonly deletedAt: Date; readonly keptSince: Date }

/** Deleted but restorable things of one workspace; most recently deleted first. */
export const deletedIn = (db: Database, workspaceId: Id<'workspace'>, standing: Standing) => ({
  async datasets(): Promise<Dataset[]> {
    const gone = and(eq(dataset.workspaceId, workspaceId), isNotNull(dataset.deletedAt), seesDataset(standing))
    const rows = await selectDatasets(db).where(gone).orderBy(desc(dataset.deletedAt)).limit(most).all()
    return rows.flatMap((row) => toDatasets(row, standing))
  },

  dashboards: (): Promise<Dashboard[]> =>
    db
      .select()
      .from(dashboard)
      .where(and(eq(dashboard.workspaceId, workspaceId), isNotNull(dashboard.deletedAt), seesDashboard(standing)))
      .orderBy(desc(dashboard.deletedAt))
      .limit(most)
      .all(),

  /** Restores a dataset and the dashboards deleted with it, if all terms hold. */
  restoreDataset({ id, deletedAt, keptSince }: Restored, terms: readonly Term[]): Promise<Written> {
    const isIt = and(eq(dataset.workspaceId, workspaceId), eq(dataset.id, id))
    const isDeleted = and(isIt, eq(dataset.deletedAt, deletedAt), gt(dataset.deletedAt, keptSince))
    const wentWith = and(eq(dashboard.datasetId, id), eq(dashboard.deletedAt, deletedAt))
    return writeIf(
      db,
      [thereIs(db.select({ id: dataset.id }).from(dataset).where(isDeleted)), ...terms],
      [
        db
          .update(dashboard)
          .set({ deletedAt: null })
          .where(and(eq(dashboard.workspaceId, workspaceId), wentWith)),
        db.update(dataset).set({ deletedAt: null }).where(isIt),
      ],
    )
  },

  /** Restores a dashboard. False if it or its dataset does not exist. */
  async restoreDashboard(id: Id<'dashboard'>): Promise<boolean> {
    const itsDataset = db
      .select({ id: dataset.id })
      .from(dataset)
      .where(and(eq(dataset.id, dashboard.datasetId), isNull(dataset.deletedAt)))
    const restored = await db
      .update(dashboard)
      .set({ deletedAt: null })
      .where(
        and(
          eq(dashboard.workspaceId, workspaceId),
          eq(dashboard.id, id),
          or(isNull(dashboard.datasetId), exists(itsDataset)),
        ),
      )
      .returning({ id: dashboard.id })
      .all()
    return restored.length === 1
  },
})
