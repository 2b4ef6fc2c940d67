import { and, eq, exists, inArray, isNotNull, lt, ne, not, or, sql } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { attempt, dashboard, dataset, datasetVersion, session, upload, user, workspace } from './schema.ts'
import { type Term, writeIf } from './write-if.ts'

const atOnce = 50

/** Idle workspaces without a member. */
const idle = (db: Database, activeBefore: Date) =>
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

/** Expired data of all workspaces. Never used by a request. */
export const leftoversIn = (db: Database) => ({
  idleGuests: (activeBefore: Date) => idle(db, activeBefore).limit(atOnce).all(),

  /** Ends the sessions of a workspace that is still idle. False if it was used meanwhile. */
  async closeWorkspace(id: Id<'workspace'>, activeBefore: Date): Promise<boolean> {
    const stillIdle: Term = { holds: inArray(sql`${id}`, idle(db, activeBefore)) }
    return (await writeIf(db, [stillIdle], [db.delete(session).where(eq(session.workspaceId, id))])) === 'written'
  },

  /** Deletes a workspace and all its rows. */
  removeWorkspace: (id: Id<'workspace'>) => db.delete(workspace).where(eq(workspace.id, id)),

  abandonedUploads: (createdBefore: Date) =>
    db
      .select()
      .from(upload)
      .where(and(eq(upload.status, 'open'), lt(upload.createdAt, createdBefore)))
      .limit(atOnce)
      .all(),

  /** Deletes an open upload. False if it is no longer open. */
  async removeUpload(id: Id<'upload'>): Promise<boolean> {
    const gone = await db
      .delete(upload)
      .where(and(eq(upload.id, id), eq(upload.status, 'open')))
      .returning({ id: upload.id })
      .all()
    return gone.length === 1
  },

  /** Datasets deleted before the retention period. */
  deletedDatasets: (deletedBefore: Date) =>
    db
      .select({ id: dataset.id, workspaceId: dataset.workspaceId })
      .from(dataset)
      .where(lt(dataset.deletedAt, deletedBefore))
      .limit(atOnce)
      .all(),

  /** Deletes expired dashboards with their edits and links. */
  removeDashboards: (deletedBefore: Date) => db.delete(dashboard).where(lt(dashboard.deletedAt, deletedBefore)),

  /** Datasets with more or older versions than the retention settings allow. */
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

  /** Deletes a dataset that is still marked as deleted. */
  removeDataset: (id: Id<'dataset'>) => db.delete(dataset).where(and(eq(dataset.id, id), isNotNull(dataset.deletedAt))),

  /** Deletes expired sessions and attempts. */
  forgetExpired: (now: Date) =>
    db.batch([
      db.delete(session).where(lt(session.expiresAt, now)),
      db.delete(attempt).where(lt(attempt.windowEndsAt, now)),
    ]),
})
export type Leftovers = ReturnType<typeof leftoversIn>
