import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { MemberRole } from '#core/access/member-role.ts'
import type { Id } from '#core/ids.ts'
import { id, json, moment } from '../columns.ts'
import { ownedBy } from './workspaces.ts'

/** A link that makes people members of a workspace. */
export const invitation = sqliteTable(
  'invitation',
  {
    id: id<'invitation'>().primaryKey(),
    workspaceId: ownedBy(),
    /** SHA-256 of the token, so that the table admits nobody. */
    tokenHash: text().notNull().unique(),
    role: text().$type<MemberRole>().notNull(),
    /** Groups that the new member joins. */
    groups: json<readonly Id<'group'>[]>().notNull(),
    /** The only address that may accept it; null: any. */
    email: text(),
    maxUses: integer().notNull(),
    uses: integer().notNull().default(0),
    createdBy: id<'user'>().notNull(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
  },
  (table) => [index('invitation_by_workspace').on(table.workspaceId)],
)
