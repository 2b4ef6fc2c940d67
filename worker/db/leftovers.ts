import { and, eq, exists, lt, ne, not, or, sql } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { dashboard, dataset, datasetVersion, session, signInGuard, upload, user, workspace } from './schema.ts'

const atOnce = 50

/** What nobody needs any more, across workspaces. No request of a person reaches this. */
export const leftoversIn = (db: Database) => ({
  /** Workspaces in which only a guest ever worked, and not for a while. */
  idleGuests: (activeBefore: Date) =>
    db
      .select({ id: workspace.id })
      .from(workspace)
      .where(
        and(
          lt(workspace.lastActiveAt, activeBefore),
          not(
            exists(
              db
                .select({ id: user.id })
                .from(user)
                .where(and(eq(user.workspaceId, workspace.id), eq(user.kind, 'member'))),
            ),
          ),
        ),
      )
      .limit(atOnce)
      .all(),

  /** Deletes a workspace and all its rows. */
  removeWorkspace: (id: Id<'workspace'>) => db.delete(workspace).where(eq(workspace.id, id)),

  abandonedUploads: (createdBefore: Date) =>
    db
      .select()
      .from(upload)
      .where(and(eq(upload.status, 'open'), lt(upload.createdAt, createdBefore)))
      .limit(atOnce)
      .all(),

  removeUpload: (id: Id<'upload'>) => db.delete(upload).where(eq(upload.id, id)),

  /** Datasets deleted long enough ago. */
  deletedDatasets: (deletedBefore: Date) =>
    db
      .select({ id: dataset.id, workspaceId: dataset.workspaceId })
      .from(dataset)
      .where(lt(dataset.deletedAt, deletedBefore))
      .limit(atOnce)
      .all(),

  /** Deletes dashboards deleted long enough ago, with their edits and links. */
  removeDashboards: (deletedBefore: Date) => db.delete(dashboard).where(lt(dashboard.deletedAt, deletedBefore)),

  /** Datasets with more versions than are kept, or with versions older than is kept. */
  crowdedDatasets: ({ newest, madeBefore }: { readonly newest: number; readonly madeBefore: Date }) =>
    db
      .selectDistinct({ id: dataset.id, workspaceId: dataset.workspaceId, current: dataset.currentVersionId })
      .from(dataset)
      .innerJoin(datasetVersion, eq(datasetVersion.datasetId, dataset.id))
      .where(
        and(
          ne(datasetVersion.id, dataset.currentVersionId),
          or(
            lt(datasetVersion.createdAt, madeBefore),
            sql`(SELECT count(*) FROM dataset_version AS each WHERE each.dataset_id = ${dataset.id}) > ${newest}`,
          ),
        ),
      )
      .limit(atOnce)
      .all(),

  removeDataset: (id: Id<'dataset'>) => db.delete(dataset).where(eq(dataset.id, id)),

  /** Forgets sessions that are over and attempts that no longer count. */
  forgetExpired: (now: Date) =>
    db.batch([
      db.delete(session).where(lt(session.expiresAt, now)),
      db.delete(signInGuard).where(lt(signInGuard.windowEndsAt, now)),
    ]),
})
export type Leftovers = ReturnType<typeof leftoversIn>
