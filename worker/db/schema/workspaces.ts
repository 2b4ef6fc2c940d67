import { sqliteTable } from 'drizzle-orm/sqlite-core'
import { id, moment } from '../columns.ts'

/** The owner of all data. Every other table names its workspace, except users, attempts and preconditions. */
export const workspace = sqliteTable('workspace', {
  id: id<'workspace'>().primaryKey(),
  createdAt: moment().notNull(),
  lastActiveAt: moment().notNull(),
})

/** Column of the workspace that owns a row, and takes it along. */
export const ownedBy = () =>
  id<'workspace'>()
    .notNull()
    .references(() => workspace.id, { onDelete: 'cascade' })
