import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, moment } from '../columns.ts'
import { project } from './projects.ts'
import { ownedBy } from './workspaces.ts'

export const upload = sqliteTable(
  'upload',
  {
    id: id<'upload'>().primaryKey(),
    workspaceId: ownedBy(),
    datasetId: id<'dataset'>().notNull(),
    versionId: id<'version'>().notNull(),
    /** The project of a new dataset; null: none, or the dataset exists. */
    projectId: id<'project'>().references(() => project.id, { onDelete: 'cascade' }),
    /** R2's id of the multipart upload. */
    multipartId: text().notNull(),
    fileName: text().notNull(),
    bytes: integer().notNull(),
    sha256: text(),
    status: text().$type<'open' | 'completed'>().notNull(),
    createdAt: moment().notNull(),
  },
  (table) => [index('upload_by_workspace').on(table.workspaceId, table.status)],
)

export const uploadPart = sqliteTable(
  'upload_part',
  {
    workspaceId: ownedBy(),
    uploadId: id<'upload'>()
      .notNull()
      .references(() => upload.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    etag: text().notNull(),
    bytes: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.uploadId, table.number] })],
)
