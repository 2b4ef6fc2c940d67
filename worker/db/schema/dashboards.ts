import { index, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core'
import type { Edit } from '#core/dashboard/apply-edit.ts'
import { dashboard as dashboardDocument } from '#core/dashboard/dashboard.ts'
import { id, json, lasting, moment } from '../columns.ts'
import { ownedBy } from './workspaces.ts'
import { dataset } from './datasets.ts'

export const dashboard = sqliteTable(
  'dashboard',
  {
    id: id<'dashboard'>().primaryKey(),
    workspaceId: ownedBy(),
    /** The dataset it was designed for; null if permanently deleted. */
    datasetId: id<'dataset'>().references(() => dataset.id, { onDelete: 'set null' }),
    document: lasting(dashboardDocument).notNull(),
    /** Document version, for optimistic locking. */
    version: integer().notNull(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    deletedAt: moment(),
  },
  (table) => [index('dashboard_by_workspace').on(table.workspaceId, table.deletedAt)],
)

/** Every edit of a dashboard in order, with its inverse. */
export const dashboardEdit = sqliteTable(
  'dashboard_edit',
  {
    workspaceId: ownedBy(),
    dashboardId: id<'dashboard'>()
      .notNull()
      .references(() => dashboard.id, { onDelete: 'cascade' }),
    /** The resulting document version. */
    version: integer().notNull(),
    userId: id<'user'>().notNull(),
    edit: json<Edit>().notNull(),
    inverse: json<Edit>().notNull(),
    createdAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.dashboardId, table.version] })],
)
