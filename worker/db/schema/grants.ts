import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { GrantedRole } from '#core/access/standing.ts'
import { id, moment } from '../columns.ts'
import { user } from './accounts.ts'
import { dataset } from './datasets.ts'
import { memberGroup } from './groups.ts'
import { project } from './projects.ts'
import { ownedBy } from './workspaces.ts'

/** A role of a person or a group on a project or a dataset; either of each pair is null. */
export const accessGrant = sqliteTable(
  'access_grant',
  {
    /** What and whose, so that each pair has one role. */
    key: text().primaryKey(),
    workspaceId: ownedBy(),
    projectId: id<'project'>().references(() => project.id, { onDelete: 'cascade' }),
    datasetId: id<'dataset'>().references(() => dataset.id, { onDelete: 'cascade' }),
    userId: id<'user'>().references(() => user.id, { onDelete: 'cascade' }),
    groupId: id<'group'>().references(() => memberGroup.id, { onDelete: 'cascade' }),
    role: text().$type<GrantedRole>().notNull(),
    createdBy: id<'user'>().notNull(),
    createdAt: moment().notNull(),
  },
  (table) => [index('access_grant_by_user').on(table.workspaceId, table.userId)],
)
