import { index, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, moment } from '../columns.ts'
import { user } from './accounts.ts'
import { ownedBy } from './workspaces.ts'

/** A named set of members of a workspace. */
export const memberGroup = sqliteTable(
  'member_group',
  {
    id: id<'group'>().primaryKey(),
    workspaceId: ownedBy(),
    name: text().notNull(),
    createdAt: moment().notNull(),
  },
  (table) => [uniqueIndex('member_group_by_name').on(table.workspaceId, table.name)],
)

export const groupMember = sqliteTable(
  'group_member',
  {
    workspaceId: ownedBy(),
    groupId: id<'group'>()
      .notNull()
      .references(() => memberGroup.id, { onDelete: 'cascade' }),
    userId: id<'user'>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.groupId, table.userId] }),
    index('group_member_by_user').on(table.userId, table.workspaceId),
  ],
)
