import { and, asc, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Standing } from '#core/access/standing.ts'
import type { Edit } from '#core/dashboard/apply-edit.ts'
import type { Dashboard as Document } from '#core/dashboard/dashboard.ts'
import type { Id } from '#core/ids.ts'
import { datasetIsAlive } from './alive.ts'
import type { Database } from './database.ts'
import { dashboard, dashboardEdit } from './schema/dashboards.ts'
import { seesDashboard } from './standing.ts'
import { thereIs, writeIf, type Written } from './write-if.ts'

export type Dashboard = typeof dashboard.$inferSelect
type Logged = Omit<typeof dashboardEdit.$inferInsert, 'workspaceId' | 'dashboardId'>
type NewDashboard = Omit<typeof dashboard.$inferInsert, 'workspaceId'> & { readonly datasetId: Id<'dataset'> }
type Change = {
  readonly from: Dashboard
  readonly to: Document
  readonly edits: readonly Logged[]
  readonly at: Date
}

/** Dashboards of one workspace. */
export const dashboardsIn = (db: Database, workspaceId: Id<'workspace'>, standing: Standing) => {
  const mine = and(eq(dashboard.workspaceId, workspaceId), isNull(dashboard.deletedAt), seesDashboard(standing))
  const isMine = (id: string) => and(mine, eq(dashboard.id, id as Id<'dashboard'>))
  return {
    all: (): Promise<Dashboard[]> =>
      db.select().from(dashboard).where(mine).orderBy(desc(dashboard.updatedAt)).limit(500).all(),

    find: (id: string): Promise<Dashboard | undefined> => db.select().from(dashboard).where(isMine(id)).get(),

    /** At most so many of its edits after a version, in order. */
    editsAfter: async (id: Id<'dashboard'>, version: number, most: number): Promise<readonly Edit[]> => {
      const rows = await db
        .select({ edit: dashboardEdit.edit })
        .from(dashboardEdit)
        .where(
          and(
            eq(dashboardEdit.workspaceId, workspaceId),
            eq(dashboardEdit.dashboardId, id),
            gt(dashboardEdit.version, version),
          ),
        )
        .orderBy(asc(dashboardEdit.version))
        .limit(most)
        .all()
      return rows.map(({ edit }) => edit)
    },

    /** `taken` if the id exists; `unmet` if its dataset was deleted meanwhile. */
    add: (row: NewDashboard): Promise<Written> =>
      writeIf(
        db,
        [datasetIsAlive(db, workspaceId, row.datasetId)],
        [db.insert(dashboard).values({ ...row, workspaceId })],
      ),

    /** False if it does not exist. */
    async remove(id: Id<'dashboard'>, now: Date): Promise<boolean> {
      const gone = await db
        .update(dashboard)
        .set({ deletedAt: now })
        .where(isMine(id))
        .returning({ id: dashboard.id })
        .all()
      return gone.length === 1
    },

    /** Stores a changed document with its edits. False if another change or its deletion came first. */
    async change({ from, to, edits, at }: Change): Promise<boolean> {
      const unchanged = and(isMine(from.id), eq(dashboard.version, from.version))
      const written = await writeIf(
        db,
        [thereIs(db.select({ id: dashboard.id }).from(dashboard).where(unchanged))],
        [
          db.update(dashboard).set({ document: to, version: to.version, updatedAt: at }).where(isMine(from.id)),
          ...edits.map((edit) => db.insert(dashboardEdit).values({ ...edit, workspaceId, dashboardId: from.id })),
        ],
      )
      return written === 'written'
    },
  }
}
