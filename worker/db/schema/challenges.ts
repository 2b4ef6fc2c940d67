import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, moment } from '../columns.ts'
import { user } from './accounts.ts'

/** `sign-in`: the second step; `verify`: the address of an account; `change`: a new address; `reset`: a forgotten password. */
export type Purpose = 'sign-in' | 'verify' | 'change' | 'reset'

/** A question that a person answers once, by a code or by the link in a mail. */
export const challenge = sqliteTable(
  'challenge',
  {
    /** SHA-256 of the token that the browser, or the link, holds. */
    hash: text().primaryKey(),
    userId: id<'user'>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    purpose: text().$type<Purpose>().notNull(),
    /** The address that the code went to; null where no mail was sent. */
    email: text(),
    /** SHA-256 of token and code, so that the table alone tells no code; null where no mail was sent. */
    codeHash: text(),
    /** When a code was mailed last. */
    sentAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (table) => [index('challenge_by_user').on(table.userId)],
)
