import { and, eq, exists, inArray, isNotNull, lt, lte, ne, not, notExists, or, sql } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import { crowdedAudits } from './audit.ts'
import type { Database } from './database.ts'
import { attempt, membership, session, user } from './schema/accounts.ts'
import { dashboard } from './schema/dashboards.ts'
import { dataset, datasetVersion } from './schema/datasets.ts'
import { upload } from './schema/uploads.ts'
import { workspace } from './schema/workspaces.ts'
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
              .select({ id: membership.userId })
              .from(membership)
              .innerJoin(user, eq(user.id, membership.userId))
              .where(and(eq(membership.workspaceId, workspace.id), eq(user.kind, 'member'))),
          ),
        ),
      ),
    )

const leftWorkspacesIn = (db: Database) => ({
  idleGuests: (activeBefore: Date) => idle(db, activeBefore).limit(atOnce).all(),

  /** Ends the sessions of a workspace that is still idle. False if it was used meanwhile. */
  async closeWorkspace(id: Id<'workspace'>, activeBefore: Date): Promise<boolean> {
    const stillIdle: Term = { holds: inArray(sql`${id}`, idle(db, activeBefore)) }
    return (await writeIf(db, [stillIdle], [db.delete(session).where(eq(session.workspaceId, id))])) === 'written'
  },

  /** Deletes a workspace and all its rows, and the guests who were in no other. */
  removeWorkspace(id: Id<'workspace'>) {
    const here = db.select({ id: membership.userId }).from(membership).where(eq(membership.workspaceId, id))
    const elsewhere = db
      .select({ id: membership.userId })
      .from(membership)
      .where(and(eq(membership.userId, user.id), ne(membership.workspaceId, id)))
    return db.batch([
      db.delete(user).where(and(inArray(user.id, here), eq(user.kind, 'guest'), notExists(elsewhere))),
      db.delete(workspace).where(eq(workspace.id, id)),
    ])
  },
})

const leftAccountsIn = (db: Database) => ({
  /** Accounts whose time is over. */
  accountsToDelete: (now: Date) =>
    db.select({ id: user.id }).from(user).where(lte(user.deleteAt, now)).limit(atOnce).all(),

  /** The workspaces that a user is in alone. */
  workspacesOfOne(id: Id<'user'>) {
    const others = sql`SELECT 1 FROM membership AS other WHERE other.workspace_id = ${membership.workspaceId} AND other.user_id <> ${id}`
    return db
      .select({ id: membership.workspaceId })
      .from(membership)
      .where(and(eq(membership.userId, id), sql`NOT EXISTS (${others})`))
      .all()
  },

  /** Deletes an account, with its sessions and memberships. False if it is kept by now. */
  async removeAccount(id: Id<'user'>, now: Date): Promise<boolean> {
    const gone = await db
      .delete(user)
      .where(and(eq(user.id, id), lte(user.deleteAt, now)))
      .returning({ id: user.id })
      .all()
    return gone.length === 1
  },
})

/** Expired data of all workspaces. Never used by a request. */
export const leftoversIn = (db: Database) => ({
  ...leftWorkspacesIn(db),
  ...leftAccountsIn(db),

  /** Workspaces with events older than they keep them. */
  crowdedAudits: (now: Date) => crowdedAudits(db, now),

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
