import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, json, moment } from '../columns.ts'
import { ownedBy } from './workspaces.ts'

/** What was done in a workspace, one row an event. A trigger refuses to change rows, and each has the hash of the one before. */
export const auditEvent = sqliteTable(
  'audit_event',
  {
    workspaceId: ownedBy(),
    number: integer().notNull(),
    at: moment().notNull(),
    /** Null for strangers with a link. */
    userId: id<'user'>(),
    sessionId: id<'session'>(),
    address: text(),
    /** Id in the registry of commands. */
    command: text().notNull(),
    effect: text().$type<'read' | 'write'>().notNull(),
    object: text().notNull(),
    objectId: text(),
    datasetId: id<'dataset'>(),
    versionId: id<'version'>(),
    /** Rows handed out; null if it is not about rows. */
    rows: integer(),
    before: json<unknown>(),
    after: json<unknown>(),
    /** `done`, or the code of the failure. */
    outcome: text().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.number] }),
    index('audit_event_by_time').on(table.workspaceId, table.at),
    index('audit_event_by_user').on(table.workspaceId, table.userId),
  ],
)

/** How long a workspace keeps its audit log, and where the kept part begins. */
export const auditPolicy = sqliteTable('audit_policy', {
  workspaceId: ownedBy().primaryKey(),
  keptDays: integer().notNull(),
  /** Number and hash of the last event that was deleted by age. */
  lastNumber: integer().notNull().default(0),
  lastHash: text().notNull().default(''),
})
