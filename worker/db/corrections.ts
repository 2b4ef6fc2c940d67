import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { asId, type Id } from '#core/ids.ts'
import { datasetIsAlive } from './alive.ts'
import type { Database } from './database.ts'
import { questionCorrection } from './schema/questions.ts'
import { writeIf, type Written } from './write-if.ts'

export type StoredCorrection = typeof questionCorrection.$inferSelect

/** How many are kept of a dataset; the oldest give way. */
const most = 300

/** What words mean in questions about the datasets of one workspace. */
export const correctionsIn = (db: Database, workspaceId: Id<'workspace'>) => {
  const isOf = (dataset: string) =>
    and(eq(questionCorrection.workspaceId, workspaceId), eq(questionCorrection.datasetId, asId<'dataset'>(dataset)))
  const surplus = (dataset: Id<'dataset'>) =>
    db
      .select({ id: questionCorrection.id })
      .from(questionCorrection)
      .where(isOf(dataset))
      .orderBy(desc(questionCorrection.createdAt), desc(questionCorrection.id))
      .limit(1_000_000)
      .offset(most)
  return {
    of: (dataset: string): Promise<StoredCorrection[]> =>
      db.select().from(questionCorrection).where(isOf(dataset)).orderBy(asc(questionCorrection.words)).all(),

    /** The same words again take the new meaning. */
    keep: (row: Omit<StoredCorrection, 'workspaceId'>): Promise<Written> =>
      writeIf(
        db,
        [datasetIsAlive(db, workspaceId, row.datasetId)],
        [
          db
            .insert(questionCorrection)
            .values({ ...row, workspaceId })
            .onConflictDoUpdate({
              target: [questionCorrection.datasetId, questionCorrection.words],
              set: { meaning: row.meaning, userId: row.userId, createdAt: row.createdAt },
            }),
          db.delete(questionCorrection).where(sql`${questionCorrection.id} IN ${surplus(row.datasetId)}`),
        ],
      ),

    remove: async (id: string): Promise<boolean> =>
      (
        await db
          .delete(questionCorrection)
          .where(
            and(eq(questionCorrection.workspaceId, workspaceId), eq(questionCorrection.id, asId<'correction'>(id))),
          )
          .returning({ id: questionCorrection.id })
      ).length > 0,
  }
}
