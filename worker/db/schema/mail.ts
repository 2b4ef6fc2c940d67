import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, moment } from '../columns.ts'

export type MailStatus = 'queued' | 'sent' | 'failed'

/** Mail to people, who may have no workspace. Its words are forgotten once a provider took it. */
export const mail = sqliteTable(
  'mail',
  {
    id: id<'mail'>().primaryKey(),
    to: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    status: text().$type<MailStatus>().notNull(),
    attempts: integer().notNull().default(0),
    /** Why the last attempt failed, without the address. */
    failure: text(),
    /** When it may be tried next. While it is being sent, the end of that attempt’s lease. */
    nextAt: moment().notNull(),
    createdAt: moment().notNull(),
  },
  (table) => [index('mail_by_status').on(table.status, table.nextAt)],
)
