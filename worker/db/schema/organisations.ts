import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, moment } from '../columns.ts'

/** A company or a person: the owner of workspaces. */
export const organisation = sqliteTable('organisation', {
  id: id<'organisation'>().primaryKey(),
  name: text().notNull(),
  createdAt: moment().notNull(),
})
