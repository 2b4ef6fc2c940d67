import { and, countDistinct, eq, isNull, sum } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { dataset, datasetVersion } from './schema.ts'

/** What a workspace stores, all versions counted; not the sample, which is the same for everybody. */
export async function usageOf(
  db: Database,
  workspaceId: Id<'workspace'>,
): Promise<{ datasets: number; bytes: number }> {
  const used = await db
    .select({ datasets: countDistinct(dataset.id), bytes: sum(datasetVersion.bytes).mapWith(Number) })
    .from(dataset)
    .innerJoin(datasetVersion, eq(datasetVersion.datasetId, dataset.id))
    .where(and(eq(dataset.workspaceId, workspaceId), isNull(dataset.deletedAt), eq(dataset.isSample, false)))
    .get()
  return { datasets: used?.datasets ?? 0, bytes: used?.bytes ?? 0 }
}
