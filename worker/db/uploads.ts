import { and, count, desc, eq, sum } from 'drizzle-orm'
import { asId, type Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { upload, uploadPart } from './schema.ts'

export type Upload = typeof upload.$inferSelect
export type UploadPart = typeof uploadPart.$inferSelect

type SameFile = {
  readonly name: string
  readonly size: number
  readonly sha256: string
  /** The dataset it becomes; missing where any will do. */
  readonly as?: string | undefined
}

/** The uploads of one workspace. */
export const uploadsIn = (db: Database, workspaceId: Id<'workspace'>) => {
  const isMine = (id: string) => and(eq(upload.workspaceId, workspaceId), eq(upload.id, id as Id<'upload'>))
  return {
    add: (row: Omit<typeof upload.$inferInsert, 'workspaceId'>) => db.insert(upload).values({ ...row, workspaceId }),

    find: (id: string): Promise<Upload | undefined> => db.select().from(upload).where(isMine(id)).get(),

    /** The newest upload of the same file that was not finished. */
    interrupted: ({ name, size, sha256, as }: SameFile): Promise<Upload | undefined> =>
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
            as === undefined ? undefined : eq(upload.datasetId, asId<'dataset'>(as)),
          ),
        )
        .orderBy(desc(upload.createdAt))
        .get(),

    /** How many files are still being sent, and their declared size. */
    async open(): Promise<{ uploads: number; bytes: number }> {
      const open = await db
        .select({ uploads: count(), bytes: sum(upload.bytes).mapWith(Number) })
        .from(upload)
        .where(and(eq(upload.workspaceId, workspaceId), eq(upload.status, 'open')))
        .get()
      return { uploads: open?.uploads ?? 0, bytes: open?.bytes ?? 0 }
    },

    /** Remembers a part that has arrived; one sent again replaces the first. */
    addPart: (row: Omit<UploadPart, 'workspaceId'>) =>
      db
        .insert(uploadPart)
        .values({ ...row, workspaceId })
        .onConflictDoUpdate({
          target: [uploadPart.uploadId, uploadPart.number],
          set: { etag: row.etag, bytes: row.bytes },
        }),

    parts: (id: Id<'upload'>): Promise<UploadPart[]> =>
      db
        .select()
        .from(uploadPart)
        .where(and(eq(uploadPart.workspaceId, workspaceId), eq(uploadPart.uploadId, id)))
        .orderBy(uploadPart.number)
        .all(),

    complete: (id: Id<'upload'>) => db.update(upload).set({ status: 'completed' }).where(isMine(id)),

    remove: (id: Id<'upload'>) => db.delete(upload).where(isMine(id)),
  }
}
