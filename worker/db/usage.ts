import { type SQL, sql } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import type { Term } from './write-if.ts'

/** Datasets and bytes: what is stored, or what may be in all. */
export type Amount = { readonly datasets: number; readonly bytes: number }
/** What more shall be stored. An upload that becomes it is not counted beside it. */
export type More = Amount & { readonly from?: Id<'upload'> }

/**
 * What a workspace stores and is being sent, all versions counted; an upload by the size it was announced with, and as a
 * dataset unless it becomes a version of one. The sample does not count, for it is the same for everybody. An upload that is still read, of a dataset that is always
 * cleaned, counts twice: its cleaned version follows.
 */
const usage = (workspaceId: Id<'workspace'>, except: Id<'upload'> | null = null): SQL => sql`
  SELECT count(DISTINCT dataset_id) + count(upload_id) AS datasets, coalesce(sum(bytes), 0) AS bytes
  FROM (
    SELECT dataset.id AS dataset_id, NULL AS upload_id,
      dataset_version.bytes * (1 + (dataset.recipe IS NOT NULL AND dataset_version.origin = 'upload'
        AND dataset_version.status IN ('pending', 'processing'))) AS bytes
    FROM dataset JOIN dataset_version ON dataset_version.dataset_id = dataset.id
    WHERE dataset.workspace_id = ${workspaceId} AND dataset.deleted_at IS NULL AND NOT dataset.is_sample
    UNION ALL
    SELECT NULL, iif(dataset.id IS NULL, upload.id, NULL), upload.bytes
    FROM upload LEFT JOIN dataset ON dataset.id = upload.dataset_id
    WHERE upload.workspace_id = ${workspaceId} AND upload.status = 'open' AND upload.id IS NOT ${except}
  )`

export const usageOf = (db: Database, workspaceId: Id<'workspace'>, except?: Id<'upload'>): Promise<Amount> =>
  db.get<Amount>(usage(workspaceId, except))

/** Does so much more fit into a quota? A workspace in which somebody has an account has none. */
function fits(workspaceId: Id<'workspace'>, { datasets, bytes, from }: More, quota: Amount): SQL {
  const members = sql`SELECT 1 FROM user WHERE user.workspace_id = ${workspaceId} AND user.kind = 'member'`
  const inside = sql`
    SELECT (${datasets} = 0 OR datasets + ${datasets} <= ${quota.datasets}) AND bytes + ${bytes} <= ${quota.bytes}
    FROM (${usage(workspaceId, from)})`
  return sql`(EXISTS (${members}) OR (${inside}))`
}

/** The term that so much more fits into a quota. */
export const hasRoom = (workspaceId: Id<'workspace'>, more: More, quota: Amount): Term => ({
  holds: fits(workspaceId, more, quota),
})

/** Does so much more fit as things stand? */
export async function fitsNow(db: Database, workspaceId: Id<'workspace'>, more: More, quota: Amount): Promise<boolean> {
  const found = await db.get<{ readonly fit: number }>(sql`SELECT ${fits(workspaceId, more, quota)} AS fit`)
  return found.fit === 1
}
