import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, moment } from '../columns.ts'
import { organisation } from './organisations.ts'

/** The owner of all data. Every other table names its workspace, except organisations, users, attempts and preconditions. */
export const workspace = sqliteTable('workspace', {
  id: id<'workspace'>().primaryKey(),
  organisationId: id<'organisation'>().references(() => organisation.id),
  name: text().notNull().default('My workspace'),
  createdAt: moment().notNull(),
  lastActiveAt: moment().notNull(),
})

/** Column of the workspace that owns a row, and takes it along. */
export const ownedBy = () =>
  id<'workspace'>()
    .notNull()
    .references(() => workspace.id, { onDelete: 'cascade' })
