import { and, eq, inArray, lte } from 'drizzle-orm'
import type { Cadence } from '#core/catalog/freshness.ts'
import type { Drift } from '#core/catalog/drift/drift.ts'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import type { Version } from './datasets.ts'
import { dataset, datasetVersion } from './schema.ts'

/** What is known of a version once it is ready. */
export type Made = {
  readonly rows: number
  readonly columns: number
  readonly sha256: string | null
  readonly newestAt: Date | null
  readonly cadence: Cadence | null
  /** Missing where it is known already: the version was made before, and is made again. */
  readonly drift?: readonly Drift[] | null
  readonly at: Date
}

/** Makes a version ready, and current unless a newer one is, together: nobody sees the one without the other. */
export async function finishVersion(
  db: Database,
  workspaceId: Id<'workspace'>,
  { version, made: { at, ...made } }: { readonly version: Version; readonly made: Made },
): Promise<void> {
  const { id, datasetId, number } = version
  const mine = eq(datasetVersion.workspaceId, workspaceId)
  const older = db
    .select({ id: datasetVersion.id })
    .from(datasetVersion)
    .where(and(mine, eq(datasetVersion.datasetId, datasetId), lte(datasetVersion.number, number)))
  await db.batch([
    db
      .update(datasetVersion)
      .set({ status: 'ready', progress: 1, failure: null, processedAt: at, ...made })
      .where(and(mine, eq(datasetVersion.id, id))),
    db
      .update(dataset)
      .set({ currentVersionId: id, updatedAt: at })
      .where(
        and(eq(dataset.workspaceId, workspaceId), eq(dataset.id, datasetId), inArray(dataset.currentVersionId, older)),
      ),
  ])
}
