import { and, eq, isNull } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import { datasetIsAlive } from './alive.ts'
import type { Database } from './database.ts'
import { dashboard } from './schema/dashboards.ts'
import { dataset } from './schema/datasets.ts'
import { writeIf } from './write-if.ts'

/**
 * Soft-deletes a dataset and its dashboards with the same timestamp, which identifies them for restoring; files are
 * deleted after the retention period. False if it does not exist.
 */
export async function hideDataset(
  db: Database,
  workspaceId: Id<'workspace'>,
  { id, at }: { readonly id: Id<'dataset'>; readonly at: Date },
): Promise<boolean> {
  const isIt = and(eq(dataset.workspaceId, workspaceId), eq(dataset.id, id))
  const itsOwn = and(eq(dashboard.workspaceId, workspaceId), eq(dashboard.datasetId, id), isNull(dashboard.deletedAt))
  const written = await writeIf(
    db,
    [datasetIsAlive(db, workspaceId, id)],
    [db.update(dataset).set({ deletedAt: at }).where(isIt), db.update(dashboard).set({ deletedAt: at }).where(itsOwn)],
  )
  return written === 'written'
}
