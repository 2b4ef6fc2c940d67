import { type SQL, sql } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import type { Term } from './write-if.ts'

/** Datasets and bytes: stored, or allowed. */
export type Amount = { readonly datasets: number; readonly bytes: number }
/** An amount to be stored. The upload it comes from is not counted twice. */
export type More = Amount & { readonly from?: Id<'upload'> }

/**
 * Storage of a workspace with all versions and open uploads, by their announced size; an upload counts as a dataset
 * unless it becomes a version. The shared sample does not count. An upload to a dataset with a standing recipe counts
 * twice, because its cleaned version follows.
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

/** Condition: the amount fits the quota. Workspaces with a member have none. */
function fits(workspaceId: Id<'workspace'>, { datasets, bytes, from }: More, quota: Amount): SQL {
  const members = sql`SELECT 1 FROM membership JOIN user ON user.id = membership.user_id
    WHERE membership.workspace_id = ${workspaceId} AND user.kind = 'member'`
  const inside = sql`
    SELECT (${datasets} = 0 OR datasets + ${datasets} <= ${quota.datasets}) AND bytes + ${bytes} <= ${quota.bytes}
    FROM (${usage(workspaceId, from)})`
  return sql`(EXISTS (${members}) OR (${inside}))`
}

/** Term: the amount fits the quota. */
export const hasRoom = (workspaceId: Id<'workspace'>, more: More, quota: Amount): Term => ({
  holds: fits(workspaceId, more, quota),
})

/** True if the amount currently fits. */
export async function fitsNow(db: Database, workspaceId: Id<'workspace'>, more: More, quota: Amount): Promise<boolean> {
  const found = await db.get<{ readonly fit: number }>(sql`SELECT ${fits(workspaceId, more, quota)} AS fit`)
  return found.fit === 1
}
