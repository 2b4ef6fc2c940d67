import { and, count, desc, eq, getTableColumns, inArray, isNull, sum } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import { brokeUniqueness, type Database } from './database.ts'
import { dataset, datasetVersion, job } from './schema.ts'

type DatasetRow = typeof dataset.$inferSelect
export type Version = typeof datasetVersion.$inferSelect
/** A dataset with its current version. */
export type Dataset = DatasetRow & { readonly version: Version }

type NewDataset = {
  readonly dataset: Omit<typeof dataset.$inferInsert, 'workspaceId'>
  readonly version: Omit<typeof datasetVersion.$inferInsert, 'workspaceId'>
}
type Change = Partial<Pick<DatasetRow, 'name' | 'description' | 'updatedAt' | 'deletedAt'>>
type NewJob = Omit<typeof job.$inferInsert, 'workspaceId'>

const flat = ({ dataset: row, version }: { dataset: DatasetRow; version: Version }): Dataset => ({ ...row, version })

/** The datasets of one workspace. */
export const datasetsIn = (db: Database, workspaceId: Id<'workspace'>) => {
  const mine = and(eq(dataset.workspaceId, workspaceId), isNull(dataset.deletedAt))
  const current = () =>
    db
      .select({ dataset: getTableColumns(dataset), version: getTableColumns(datasetVersion) })
      .from(dataset)
      .innerJoin(datasetVersion, eq(datasetVersion.id, dataset.currentVersionId))

  return {
    async all(): Promise<Dataset[]> {
      return (await current().where(mine).orderBy(desc(dataset.createdAt)).limit(500).all()).map(flat)
    },

    async find(id: string): Promise<Dataset | null> {
      const row = await current()
        .where(and(mine, eq(dataset.id, id as Id<'dataset'>)))
        .get()
      return row ? flat(row) : null
    },

    /** The dataset that was made of the same file, if it did not fail. */
    async findByHash(sha256: string): Promise<Dataset | null> {
      const row = await current()
        .where(
          and(
            mine,
            eq(datasetVersion.sha256, sha256),
            inArray(datasetVersion.status, ['pending', 'processing', 'ready']),
          ),
        )
        .get()
      return row ? flat(row) : null
    },

    /** What is stored, the sample not counted: it is the same for everybody. */
    async usage(): Promise<{ datasets: number; bytes: number }> {
      const used = await db
        .select({ datasets: count(), bytes: sum(datasetVersion.bytes).mapWith(Number) })
        .from(dataset)
        .innerJoin(datasetVersion, eq(datasetVersion.datasetId, dataset.id))
        .where(and(mine, eq(dataset.isSample, false)))
        .get()
      return { datasets: used?.datasets ?? 0, bytes: used?.bytes ?? 0 }
    },

    /** Adds a dataset with its first version and, unless it is ready, the job that reads it. False when it is there. */
    async add({ dataset: row, version }: NewDataset, work: NewJob | null): Promise<boolean> {
      const rows = [
        db.insert(dataset).values({ ...row, workspaceId }),
        db.insert(datasetVersion).values({ ...version, workspaceId }),
      ] as const
      try {
        await (work ? db.batch([...rows, db.insert(job).values({ ...work, workspaceId })]) : db.batch(rows))
        return true
      } catch (error) {
        if (brokeUniqueness(error)) return false
        throw error
      }
    },

    /** Renames, describes, or hides a dataset; the files of a hidden one are deleted after the retention. */
    change: (id: Id<'dataset'>, to: Change) =>
      db
        .update(dataset)
        .set(to)
        .where(and(mine, eq(dataset.id, id))),
  }
}
