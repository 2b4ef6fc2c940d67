import { and, eq, exists, inArray, lte, ne, or } from 'drizzle-orm'
import type { Cadence } from '#core/catalog/freshness.ts'
import type { Drift } from '#core/catalog/drift/drift.ts'
import type { Hold } from '#core/dashboard/hold-version.ts'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import type { Version } from './datasets.ts'
import { dataset, datasetVersion } from './schema/datasets.ts'
import { thereIs, writeIf, type Written } from './write-if.ts'

/** Results of a finished version. */
export type Made = {
  readonly rows: number
  readonly columns: number
  readonly sha256: string | null
  readonly newestAt: Date | null
  readonly cadence: Cadence | null
  /** Missing if known: the version was made before, and the job runs again. */
  readonly drift?: readonly Drift[] | null
  /** Why it awaits confirmation; null if it becomes current. */
  readonly held: Hold | null
  readonly at: Date
}

/**
 * Marks a version ready, and current unless it is held or a newer ready one exists, in one transaction. A version
 * finished twice keeps its current state. `unmet` if it was deleted meanwhile.
 */
export function finishVersion(
  db: Database,
  workspaceId: Id<'workspace'>,
  { version, made: { at, ...made } }: { readonly version: Version; readonly made: Made },
): Promise<Written> {
  const { id, datasetId, number } = version
  const versions = (...rules: Parameters<typeof and>) =>
    db
      .select({ id: datasetVersion.id })
      .from(datasetVersion)
      .where(and(eq(datasetVersion.workspaceId, workspaceId), eq(datasetVersion.datasetId, datasetId), ...rules))
  const givingWay = versions(or(lte(datasetVersion.number, number), ne(datasetVersion.status, 'ready')))
  const answeringNothing = versions(ne(datasetVersion.status, 'ready'))
  const notYetReady = versions(eq(datasetVersion.id, id), ne(datasetVersion.status, 'ready'))
  return writeIf(
    db,
    [thereIs(versions(eq(datasetVersion.id, id)))],
    [
      db
        .update(dataset)
        .set({ currentVersionId: id, updatedAt: at })
        .where(
          and(
            eq(dataset.workspaceId, workspaceId),
            eq(dataset.id, datasetId),
            inArray(dataset.currentVersionId, made.held === null ? givingWay : answeringNothing),
            exists(notYetReady),
          ),
        ),
      db
        .update(datasetVersion)
        .set({ status: 'ready', progress: 1, failure: null, processedAt: at, ...made })
        .where(and(eq(datasetVersion.workspaceId, workspaceId), eq(datasetVersion.id, id))),
    ],
  )
}
