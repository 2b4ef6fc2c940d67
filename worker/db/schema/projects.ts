import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { projectSettings } from '#core/semantic/project-settings.ts'
import { flag, id, lasting, moment } from '../columns.ts'
import { ownedBy } from './workspaces.ts'

/** A folder of datasets, with their dashboards and questions, and settings of its own. */
export const project = sqliteTable(
  'project',
  {
    id: id<'project'>().primaryKey(),
    workspaceId: ownedBy(),
    name: text().notNull(),
    settings: lasting(projectSettings).notNull(),
    /** True if only those granted see what is in it. */
    isRestricted: flag().notNull().default(false),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (table) => [index('project_by_workspace').on(table.workspaceId)],
)
