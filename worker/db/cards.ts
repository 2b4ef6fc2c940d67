import { and, eq, isNull } from 'drizzle-orm'
import type { Standing } from '#core/access/standing.ts'
import type { Id } from '#core/ids.ts'
import { datasetIsAlive } from './alive.ts'
import type { Database } from './database.ts'
import { dataset, datasetCard } from './schema/datasets.ts'
import { seesDataset } from './standing.ts'
import { writeIf, type Written } from './write-if.ts'

export type StoredCard = typeof datasetCard.$inferSelect

/** Search cards of one workspace's datasets. */
export const cardsIn = (db: Database, workspaceId: Id<'workspace'>, standing: Standing) => ({
  /** Cards of datasets that are not deleted. */
  all: async (): Promise<StoredCard[]> => {
    const found = await db
      .select({ card: datasetCard })
      .from(datasetCard)
      .innerJoin(dataset, eq(dataset.id, datasetCard.datasetId))
      .where(and(eq(datasetCard.workspaceId, workspaceId), isNull(dataset.deletedAt), seesDataset(standing)))
      .limit(500)
      .all()
    return found.map(({ card }) => card)
  },

  /** `unmet` if the dataset was deleted meanwhile. */
  put: (row: Omit<StoredCard, 'workspaceId'>): Promise<Written> =>
    writeIf(
      db,
      [datasetIsAlive(db, workspaceId, row.datasetId)],
      [
        db
          .insert(datasetCard)
          .values({ ...row, workspaceId })
          .onConflictDoUpdate({
            target: datasetCard.datasetId,
            set: { versionId: row.versionId, card: row.card, grams: row.grams },
          }),
      ],
    ),
})
