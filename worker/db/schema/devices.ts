import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, moment } from '../columns.ts'
import { user } from './accounts.ts'

/** A browser whose owner is not asked for a second step for a while. */
export const device = sqliteTable(
  'device',
  {
    id: id<'device'>().primaryKey(),
    userId: id<'user'>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** SHA-256 of the browser’s cookie. */
    tokenHash: text().notNull().unique(),
    /** As `Chrome on Windows`. */
    name: text().notNull(),
    createdAt: moment().notNull(),
    lastUsedAt: moment().notNull(),
    expiresAt: moment().notNull(),
  },
  (table) => [index('device_by_user').on(table.userId)],
)
