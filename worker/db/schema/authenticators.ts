import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, moment } from '../columns.ts'
import { user } from './accounts.ts'

const ofUser = () =>
  id<'user'>()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' })

/** An authenticator app, which counts once its first code was right. */
export const totp = sqliteTable('totp', {
  userId: ofUser().primaryKey(),
  /** The shared secret, encrypted with the installation’s. */
  sealed: text().notNull(),
  confirmedAt: moment(),
  /** The last 30-second step whose code was used: a code works once. */
  lastStep: integer().notNull().default(0),
})

/** A code that stands in for a lost authenticator app, once. */
export const recoveryCode = sqliteTable(
  'recovery_code',
  {
    hash: text().primaryKey(),
    userId: ofUser(),
    usedAt: moment(),
  },
  (table) => [index('recovery_code_by_user').on(table.userId)],
)
