import { and, desc, eq, getTableColumns, gt, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { MemberRole } from '#core/access/member-role.ts'
import { type Place, roleOn, type Standing } from '#core/access/standing.ts'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { hideDataset } from './hide-dataset.ts'
import { insertJob, type NewJob } from './jobs.ts'
import { dataset, datasetVersion } from './schema/datasets.ts'
import { isInRestricted, seesDataset } from './standing.ts'
import { type Term, writeIf, type Written } from './write-if.ts'

type DatasetRow = typeof dataset.$inferSelect
export type Version = typeof datasetVersion.$inferSelect
/**
 * A dataset with its current version, and the one that is being read, awaits confirmation or failed since; null if
 * none.
 */
export type Dataset = DatasetRow & {
  readonly version: Version
  readonly next: Version | null
  /** Version of its model document; 0 without one. */
  readonly model: number
  /** True if only those granted see its project. */
  readonly isInRestricted: boolean
  /** What whoever asks is to it. */
  readonly role: MemberRole
}

type NewDataset = {
  readonly dataset: Omit<typeof dataset.$inferInsert, 'workspaceId'>
  readonly version: Omit<typeof datasetVersion.$inferInsert, 'workspaceId'>
  readonly work: NewJob | null
}
type Changeable = 'name' | 'description' | 'tags' | 'staleAfterHours' | 'recipe' | 'updatedAt'
/** Undefined fields stay unchanged. */
type Change = { readonly [Key in Changeable]?: DatasetRow[Key] | undefined }

export const placeOfDataset = ({
  id: dataset,
  projectId: project,
  isRestricted,
  isInRestricted: isProjectRestricted,
}: Pick<Dataset, 'id' | 'projectId' | 'isRestricted' | 'isInRestricted'>): Place => ({
  dataset,
  project,
  isRestricted,
  isProjectRestricted,
})

type Found = { dataset: DatasetRow; version: Version; next: Version | null; model: number | null; isClosed: number }
/** Converts a row of `selectDatasets`; none where whoever asks may not know of it. */
export function toDatasets({ dataset: row, version, next, model, isClosed }: Found, standing: Standing): Dataset[] {
  const found = { ...row, version, next, model: model ?? 0, isInRestricted: isClosed === 1 }
  const role = roleOn(standing, placeOfDataset(found))
  return role === null ? [] : [{ ...found, role }]
}

const nextVersion = alias(datasetVersion, 'next_version')
const newest = sql`(SELECT max(number) FROM dataset_version AS each WHERE each.dataset_id = ${dataset.id})`

const model = sql<number | null>`(SELECT max(number) FROM model_version AS each WHERE each.dataset_id = ${dataset.id})`

/** Datasets with their versions; callers add conditions. */
export const selectDatasets = (db: Database) =>
  db
    .select({
      dataset: getTableColumns(dataset),
      version: getTableColumns(datasetVersion),
      next: getTableColumns(nextVersion),
      model,
      isClosed: isInRestricted,
    })
    .from(dataset)
    .innerJoin(datasetVersion, eq(datasetVersion.id, dataset.currentVersionId))
    .leftJoin(
      nextVersion,
      and(
        eq(nextVersion.datasetId, dataset.id),
        eq(nextVersion.number, newest),
        gt(nextVersion.number, datasetVersion.number),
        or(ne(nextVersion.status, 'ready'), isNotNull(nextVersion.held)),
      ),
    )

/** Datasets of one workspace. */
export const datasetsIn = (db: Database, workspaceId: Id<'workspace'>, standing: Standing) => {
  const mine = and(eq(dataset.workspaceId, workspaceId), isNull(dataset.deletedAt), seesDataset(standing))
  return {
    async all(): Promise<Dataset[]> {
      const rows = await selectDatasets(db).where(mine).orderBy(desc(dataset.createdAt)).limit(500).all()
      return rows.flatMap((row) => toDatasets(row, standing))
    },

    async find(id: string): Promise<Dataset | null> {
      const row = await selectDatasets(db)
        .where(and(mine, eq(dataset.id, id as Id<'dataset'>)))
        .get()
      return (row && toDatasets(row, standing)[0]) ?? null
    },

    /** A dataset (any, or this one) whose current version has the same file and did not fail. */
    async findByHash(sha256: string, among?: Id<'dataset'>): Promise<Dataset | null> {
      const row = await selectDatasets(db)
        .where(
          and(
            mine,
            among && eq(dataset.id, among),
            eq(datasetVersion.sha256, sha256),
            inArray(datasetVersion.status, ['pending', 'processing', 'ready']),
          ),
        )
        .get()
      return (row && toDatasets(row, standing)[0]) ?? null
    },

    /** Adds a dataset with its first version and, unless it is ready, the job that reads it, if all terms hold. */
    add: ({ dataset: row, version, work }: NewDataset, terms: readonly Term[] = []): Promise<Written> =>
      writeIf(db, terms, [
        db.insert(dataset).values({ ...row, workspaceId }),
        db.insert(datasetVersion).values({ ...version, workspaceId }),
        ...(work ? [insertJob(db, workspaceId, work)] : []),
      ]),

    /** Renames or describes a dataset. False if it does not exist. */
    async change(id: Id<'dataset'>, to: Change): Promise<boolean> {
      const changed = await db
        .update(dataset)
        .set(to)
        .where(and(mine, eq(dataset.id, id)))
        .returning({ id: dataset.id })
        .all()
      return changed.length === 1
    },

    /** Soft-deletes a dataset and its dashboards; see `hideDataset`. */
    remove: (id: Id<'dataset'>, at: Date): Promise<boolean> => hideDataset(db, workspaceId, { id, at }),
  }
}
