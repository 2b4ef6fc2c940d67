import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { TokenScope } from '#core/access/token-scope.ts'
import { id, moment } from '../columns.ts'
import { user } from './accounts.ts'
import { ownedBy } from './workspaces.ts'

/** A key with which a program works as its owner, in one workspace. */
export const personalToken = sqliteTable(
  'personal_token',
  {
    id: id<'token'>().primaryKey(),
    workspaceId: ownedBy(),
    userId: id<'user'>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    scope: text().$type<TokenScope>().notNull(),
    /** SHA-256 of the key, which is shown once. */
    hash: text().notNull().unique(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    lastUsedAt: moment(),
  },
  (table) => [index('personal_token_by_user').on(table.userId)],
)
