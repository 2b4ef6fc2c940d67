import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, json, moment } from '../columns.ts'
import { workspace } from './workspaces.ts'

export type StoredFailure = { readonly code: string; readonly message: string; readonly hint: string }

export type JobStatus = 'queued' | 'running' | 'done' | 'failed'

/** A schedule. The scheduled handler adds a job for each one that is due. */
export const schedule = sqliteTable(
  'schedule',
  {
    id: id<'schedule'>().primaryKey(),
    /** Null for the installation's own jobs. */
    workspaceId: id<'workspace'>().references(() => workspace.id, { onDelete: 'cascade' }),
    /** Id in the job registry, and input of its jobs. */
    kind: text().notNull(),
    input: json<unknown>().notNull(),
    everyMinutes: integer().notNull(),
    nextAt: moment().notNull(),
    createdAt: moment().notNull(),
  },
  (table) => [index('schedule_by_next').on(table.nextAt), index('schedule_by_workspace').on(table.workspaceId)],
)

export const job = sqliteTable(
  'job',
  {
    id: id<'job'>().primaryKey(),
    /** Null for the installation's own jobs. */
    workspaceId: id<'workspace'>().references(() => workspace.id, { onDelete: 'cascade' }),
    /** The schedule that added it; null if a person did. */
    scheduleId: id<'schedule'>().references(() => schedule.id, { onDelete: 'set null' }),
    /** Id in the job registry. */
    kind: text().notNull(),
    /** Parsed by the schema of its kind on each run. */
    input: json<unknown>().notNull(),
    status: text().$type<JobStatus>().notNull(),
    /** Fraction done, 0 to 1. */
    progress: real().notNull().default(0),
    failure: json<StoredFailure>(),
    attempts: integer().notNull().default(0),
    /** End of the runner's lease; afterwards the runner counts as dead. */
    leaseEndsAt: moment(),
    enqueuedAt: moment().notNull(),
    createdAt: moment().notNull(),
    finishedAt: moment(),
  },
  (table) => [
    index('job_by_status').on(table.status),
    index('job_by_schedule').on(table.scheduleId),
    index('job_by_workspace').on(table.workspaceId),
  ],
)
