import { and, eq, isNull } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import { datasetIsAlive } from './alive.ts'
import type { Database } from './database.ts'
import { dashboard, dataset } from './schema.ts'
import { writeIf } from './write-if.ts'

/**
 * Hides a dataset and the dashboards made of it, with one moment by which they are found again together; its files are
 * deleted after the retention. False when it is not there any more.
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
