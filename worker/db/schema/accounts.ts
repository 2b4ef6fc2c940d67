import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { MemberRole } from '#core/access/member-role.ts'
import { flag, id, json, moment } from '../columns.ts'
import { ownedBy } from './workspaces.ts'

export type Preferences = { readonly theme: 'system' | 'light' | 'dark'; readonly notifications: boolean }

export type AccountType = 'individual' | 'business'

export const user = sqliteTable(
  'user',
  {
    id: id<'user'>().primaryKey(),
    kind: text().$type<'guest' | 'member'>().notNull(),
    /** Lower case; null for guests. */
    email: text().unique(),
    name: text().notNull(),
    /** `scrypt$N$r$p$salt$key`; null for guests. */
    passwordHash: text(),
    preferences: json<Preferences>().notNull(),
    isActive: flag().notNull().default(true),
    lastSignInAt: moment(),
    createdAt: moment().notNull(),
    accountType: text().$type<AccountType>().notNull().default('individual'),
    /** When a code showed that mail to the address reaches them; null if none did. */
    emailVerifiedAt: moment(),
    /** True if sign-in asks for a code by mail. A business account is always asked. */
    wantsCode: flag().notNull().default(false),
    /** The privacy text that they accepted, by its date. */
    privacyVersion: text(),
    /** When the account goes for good; null if it stays. */
    deleteAt: moment(),
  },
  (table) => [index('user_by_kind').on(table.kind)],
)

/** A user's role in a workspace. A user may have several. */
export const membership = sqliteTable(
  'membership',
  {
    userId: id<'user'>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    workspaceId: ownedBy(),
    role: text().$type<MemberRole>().notNull(),
    /** What row rules may compare besides the e-mail: `{ region: 'North' }`. */
    attributes: json<Readonly<Record<string, string>>>()
      .notNull()
      .default(sql`'{}'`),
    createdAt: moment().notNull(),
    /** When a session last began in it; the next sign-in begins in the workspace used last. */
    lastUsedAt: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.workspaceId] }),
    index('membership_by_workspace').on(table.workspaceId),
  ],
)

/** A sign-in on one device to one workspace, with its family of refresh tokens. */
export const session = sqliteTable(
  'session',
  {
    id: id<'session'>().primaryKey(),
    workspaceId: ownedBy(),
    userId: id<'user'>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
    /** Where it began: the browser, as `Chrome on Windows`, and the country or network. */
    device: text(),
    place: text(),
    lastUsedAt: moment(),
  },
  (table) => [index('session_by_user').on(table.userId)],
)

export const refreshToken = sqliteTable(
  'refresh_token',
  {
    /** SHA-256 of the token, so that the table reveals no session. */
    hash: text().primaryKey(),
    workspaceId: ownedBy(),
    sessionId: id<'session'>()
      .notNull()
      .references(() => session.id, { onDelete: 'cascade' }),
    createdAt: moment().notNull(),
    /** First use, and number of uses. */
    usedAt: moment(),
    uses: integer().notNull().default(0),
  },
  (table) => [index('refresh_token_by_session').on(table.sessionId)],
)

/** Counts rate-limited attempts, such as sign-ins by e-mail, known or not, so that a lock reveals nothing. */
export const attempt = sqliteTable('attempt', {
  /** Hash of the attempted action and its caller. */
  key: text().primaryKey(),
  count: integer().notNull(),
  windowEndsAt: moment().notNull(),
})
