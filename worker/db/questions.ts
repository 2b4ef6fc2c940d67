import { and, desc, eq, or, sql } from 'drizzle-orm'
import { asId, type Id } from '#core/ids.ts'
import { datasetIsAlive } from './alive.ts'
import type { Database } from './database.ts'
import { askedQuestion } from './schema/questions.ts'
import { writeIf, type Written } from './write-if.ts'

export type AskedQuestion = typeof askedQuestion.$inferSelect
type Change = Partial<Pick<AskedQuestion, 'name' | 'isFavourite'>>

/** How many are listed, and how many that nobody named or marked are kept of a dataset. */
const most = 500

/** Letters that LIKE would read as patterns stand for themselves. */
const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** What was asked of the datasets of one workspace. */
export const questionsIn = (db: Database, workspaceId: Id<'workspace'>) => {
  const isIt = (id: string) =>
    and(eq(askedQuestion.workspaceId, workspaceId), eq(askedQuestion.id, asId<'question'>(id)))
  const isOf = (dataset: string) =>
    and(eq(askedQuestion.workspaceId, workspaceId), eq(askedQuestion.datasetId, asId<'dataset'>(dataset)))
  const surplus = (dataset: Id<'dataset'>) =>
    db
      .select({ id: askedQuestion.id })
      .from(askedQuestion)
      .where(and(isOf(dataset), eq(askedQuestion.isFavourite, false), eq(askedQuestion.name, '')))
      .orderBy(desc(askedQuestion.askedAt), desc(askedQuestion.id))
      .limit(1_000_000)
      .offset(most)
  const matches = (sought: string) => {
    const pattern = `%${escaped(sought)}%`
    return or(
      sql`${askedQuestion.question} LIKE ${pattern} ESCAPE '\\'`,
      sql`${askedQuestion.name} LIKE ${pattern} ESCAPE '\\'`,
    )
  }
  return {
    /** Favourites first, then the last asked; with what was sought in the question or its name. */
    of: (dataset: string, sought = ''): Promise<AskedQuestion[]> =>
      db
        .select()
        .from(askedQuestion)
        .where(and(isOf(dataset), ...(sought === '' ? [] : [matches(sought)])))
        .orderBy(desc(askedQuestion.isFavourite), desc(askedQuestion.askedAt), desc(askedQuestion.id))
        .limit(most)
        .all(),

    /** The same question again is the same row, asked later. The oldest that nobody named or marked give way. */
    keep: (row: Omit<AskedQuestion, 'workspaceId' | 'name' | 'isFavourite'>): Promise<Written> =>
      writeIf(
        db,
        [datasetIsAlive(db, workspaceId, row.datasetId)],
        [
          db
            .insert(askedQuestion)
            .values({ ...row, workspaceId })
            .onConflictDoUpdate({
              target: [askedQuestion.datasetId, askedQuestion.question, askedQuestion.link],
              set: { askedAt: sql`max(${askedQuestion.askedAt}, excluded.asked_at)`, userId: row.userId },
            }),
          db.delete(askedQuestion).where(sql`${askedQuestion.id} IN ${surplus(row.datasetId)}`),
        ],
      ),

    change: async (id: string, change: Change): Promise<AskedQuestion | null> =>
      (await db.update(askedQuestion).set(change).where(isIt(id)).returning().get()) ?? null,

    remove: async (id: string): Promise<boolean> =>
      (await db.delete(askedQuestion).where(isIt(id)).returning({ id: askedQuestion.id })).length > 0,
  }
}
