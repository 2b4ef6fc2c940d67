import { and, desc, eq, getTableColumns } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import { datasetIsAlive } from './alive.ts'
import type { Database } from './database.ts'
import { user } from './schema/accounts.ts'
import { modelVersion } from './schema/datasets.ts'
import { writeIf, type Written } from './write-if.ts'

export type StoredModel = typeof modelVersion.$inferSelect
/** With the author's name; null if the author was deleted. */
export type AuthoredModel = StoredModel & { readonly author: string | null }

/** Model documents of one workspace's datasets. */
export const modelsIn = (db: Database, workspaceId: Id<'workspace'>) => {
  const isOf = (dataset: string) =>
    and(eq(modelVersion.workspaceId, workspaceId), eq(modelVersion.datasetId, dataset as Id<'dataset'>))
  const authored = () =>
    db
      .select({ ...getTableColumns(modelVersion), author: user.name })
      .from(modelVersion)
      .leftJoin(user, eq(user.id, modelVersion.userId))
  return {
    /** The current document; undefined if there is none. */
    current: (dataset: string): Promise<StoredModel | undefined> =>
      db.select().from(modelVersion).where(isOf(dataset)).orderBy(desc(modelVersion.number)).limit(1).get(),

    find: (dataset: string, number: number): Promise<AuthoredModel | undefined> =>
      authored()
        .where(and(isOf(dataset), eq(modelVersion.number, number)))
        .get(),

    /** Newest first. */
    of: (dataset: string): Promise<AuthoredModel[]> =>
      authored().where(isOf(dataset)).orderBy(desc(modelVersion.number)).limit(200).all(),

    /** `taken` if this version number exists; `unmet` if the dataset was deleted meanwhile. */
    add: (row: Omit<StoredModel, 'workspaceId'>): Promise<Written> =>
      writeIf(
        db,
        [datasetIsAlive(db, workspaceId, row.datasetId)],
        [db.insert(modelVersion).values({ ...row, workspaceId })],
      ),
  }
}
