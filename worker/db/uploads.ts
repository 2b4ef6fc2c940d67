import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { asId, type Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { upload, uploadPart } from './schema/uploads.ts'
import { thereIs, type Term, writeIf, type Written } from './write-if.ts'

export type Upload = typeof upload.$inferSelect
export type UploadPart = typeof uploadPart.$inferSelect

type SameFile = {
  readonly name: string
  readonly size: number
  readonly sha256: string
  /** The requested dataset id; missing for any. */
  readonly as?: string | undefined
  /** The project of a new dataset. */
  readonly project: string | null
}

/** Uploads of one workspace. */
export const uploadsIn = (db: Database, workspaceId: Id<'workspace'>) => {
  const isMine = (id: string) => and(eq(upload.workspaceId, workspaceId), eq(upload.id, id as Id<'upload'>))
  const isOpen = (id: string) => and(isMine(id), eq(upload.status, 'open'))
  const isPartOf = (id: Id<'upload'>) => and(eq(uploadPart.workspaceId, workspaceId), eq(uploadPart.uploadId, id))
  const stillOpen = (id: Id<'upload'>): Term => thereIs(db.select({ id: upload.id }).from(upload).where(isOpen(id)))
  return {
    /** Adds an upload, if all terms hold. */
    add: (row: Omit<typeof upload.$inferInsert, 'workspaceId'>, terms: readonly Term[]): Promise<Written> =>
      writeIf(db, terms, [db.insert(upload).values({ ...row, workspaceId })]),

    find: (id: string): Promise<Upload | undefined> => db.select().from(upload).where(isMine(id)).get(),

    /** The newest unfinished upload of the same file. */
    interrupted: ({ name, size, sha256, as, project }: SameFile): Promise<Upload | undefined> =>
      db
        .select()
        .from(upload)
        .where(
          and(
            eq(upload.workspaceId, workspaceId),
            eq(upload.status, 'open'),
            eq(upload.sha256, sha256),
            eq(upload.bytes, size),
            eq(upload.fileName, name),
            sql`${upload.projectId} IS ${project}`,
            as === undefined ? undefined : eq(upload.datasetId, asId<'dataset'>(as)),
          ),
        )
        .orderBy(desc(upload.createdAt))
        .get(),

    /** Records a received part; a repeated one replaces the first. False if the upload is no longer open. */
    async addPart(row: Omit<UploadPart, 'workspaceId'>): Promise<boolean> {
      const added = db
        .insert(uploadPart)
        .values({ ...row, workspaceId })
        .onConflictDoUpdate({
          target: [uploadPart.uploadId, uploadPart.number],
          set: { etag: row.etag, bytes: row.bytes },
        })
      return (await writeIf(db, [stillOpen(row.uploadId)], [added])) === 'written'
    },

    parts: (id: Id<'upload'>): Promise<UploadPart[]> =>
      db.select().from(uploadPart).where(isPartOf(id)).orderBy(uploadPart.number).all(),

    /** Deletes parts, except those received again since. */
    forgetParts(id: Id<'upload'>, parts: readonly UploadPart[]) {
      const etags = parts.map(({ etag }) => etag)
      return db.delete(uploadPart).where(and(isPartOf(id), inArray(uploadPart.etag, etags)))
    },

    /** Term: the upload is open; it is deleted in the same transaction. */
    completing: (id: Id<'upload'>): Term => ({
      ...stillOpen(id),
      writes: [db.update(upload).set({ status: 'completed' }).where(isMine(id))],
    }),

    /** Deletes an open upload. False if it is no longer open. */
    async cancel(id: Id<'upload'>): Promise<boolean> {
      const gone = await db.delete(upload).where(isOpen(id)).returning({ id: upload.id }).all()
      return gone.length === 1
    },
  }
}
