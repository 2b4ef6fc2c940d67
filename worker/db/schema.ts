import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Decision } from '#core/access/disclosure/release.ts'
import type { Card } from '#core/catalog/card.ts'
import type { Drift } from '#core/catalog/drift/drift.ts'
import type { Cadence } from '#core/catalog/freshness.ts'
import type { Recipe } from '#core/clean/recipe.ts'
import type { Edit } from '#core/dashboard/apply-edit.ts'
import { dashboard as dashboardDocument } from '#core/dashboard/dashboard.ts'
import type { Hold } from '#core/dashboard/hold-version.ts'
import type { ReadChoices } from '#core/ingest/choices.ts'
import { query } from '#core/query/query.ts'
import type { ModelDocument } from '#core/semantic/model/model-document.ts'
import { flag, id, json, lasting, moment } from './columns.ts'

export type Preferences = { readonly theme: 'system' | 'light' | 'dark'; readonly notifications: boolean }
export type StoredFailure = { readonly code: string; readonly message: string; readonly hint: string }
export type DatasetStatus = 'pending' | 'processing' | 'ready' | 'failed'
/** The folder of a version, and those of the versions that it is joined with, by dataset. */
export type ReleaseFolders = { readonly own: string; readonly joined: Readonly<Record<string, string>> }
export type JobStatus = 'queued' | 'running' | 'done' | 'failed'

/** Whom everything belongs to. Each other table names its workspace, except those that count attempts and guard batches. */
export const workspace = sqliteTable('workspace', {
  id: id<'workspace'>().primaryKey(),
  createdAt: moment().notNull(),
  lastActiveAt: moment().notNull(),
})

const ownedBy = () =>
  id<'workspace'>()
    .notNull()
    .references(() => workspace.id, { onDelete: 'cascade' })

export const user = sqliteTable(
  'user',
  {
    id: id<'user'>().primaryKey(),
    workspaceId: ownedBy(),
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
  },
  (table) => [index('user_by_workspace').on(table.workspaceId), index('user_by_kind').on(table.kind)],
)

/** A sign-in on one device: the family of refresh tokens that follow from it. */
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
  },
  (table) => [index('session_by_user').on(table.userId)],
)

export const refreshToken = sqliteTable(
  'refresh_token',
  {
    /** SHA-256 of the token, so that the table gives nobody a session. */
    hash: text().primaryKey(),
    workspaceId: ownedBy(),
    sessionId: id<'session'>()
      .notNull()
      .references(() => session.id, { onDelete: 'cascade' }),
    createdAt: moment().notNull(),
    /** When it was used first, and how often it has been used. */
    usedAt: moment(),
    uses: integer().notNull().default(0),
  },
  (table) => [index('refresh_token_by_session').on(table.sessionId)],
)

/** Counts what may be tried only so often: sign-ins by e-mail, known or not, so that a lock tells nobody which exist. */
export const attempt = sqliteTable('attempt', {
  /** A hash of what is tried, and by whom. */
  key: text().primaryKey(),
  count: integer().notNull(),
  windowEndsAt: moment().notNull(),
})

/** Never has a row: what is inserted breaks its rule, and with it the batch it stands in. See `writeIf`. */
export const precondition = sqliteTable('precondition', { held: flag().notNull() }, (table) => [
  check('precondition_holds', sql`${table.held} = 1`),
])

export const dataset = sqliteTable(
  'dataset',
  {
    id: id<'dataset'>().primaryKey(),
    workspaceId: ownedBy(),
    name: text().notNull(),
    description: text().notNull().default(''),
    currentVersionId: id<'version'>().notNull(),
    isSample: flag().notNull().default(false),
    tags: json<readonly string[]>()
      .notNull()
      .default(sql`'[]'`),
    /** Older than this, its data counts as stale; null where nobody said. */
    staleAfterHours: integer(),
    /** What every later upload is cleaned by; null where nobody said so. */
    recipe: json<Recipe>(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    deletedAt: moment(),
  },
  (table) => [index('dataset_by_workspace').on(table.workspaceId, table.deletedAt)],
)

/** One file as it was uploaded and what became of it. Its files never change. */
export const datasetVersion = sqliteTable(
  'dataset_version',
  {
    id: id<'version'>().primaryKey(),
    workspaceId: ownedBy(),
    datasetId: id<'dataset'>()
      .notNull()
      .references(() => dataset.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    /** Where its files live in R2, ending with a slash. */
    folder: text().notNull(),
    fileName: text().notNull(),
    bytes: integer().notNull(),
    /** Of the original: as the browser claimed, then as the job computed. */
    sha256: text(),
    /** What it was made by: a file that was uploaded, or a recipe that was applied to another version. */
    origin: text().$type<'upload' | 'recipe'>().notNull().default('upload'),
    /** The version a recipe was applied to; null for uploads. */
    basedOnId: id<'version'>(),
    /** What a person decided about reading its file. */
    choices: json<ReadChoices>(),
    /** What is different from the version that was current before; null where there was none. */
    drift: json<readonly Drift[]>(),
    /** Why it waits for a person before it becomes current; null where it does not, or where somebody said so. */
    held: json<Hold>(),
    /** The newest moment in its data, and how regularly moments follow one another; null where there is no time in it. */
    newestAt: moment(),
    cadence: text().$type<Cadence>(),
    status: text().$type<DatasetStatus>().notNull(),
    /** From 0 to 1 while processing. */
    progress: real().notNull().default(0),
    failure: json<StoredFailure>(),
    rows: integer(),
    columns: integer(),
    createdAt: moment().notNull(),
    processedAt: moment(),
  },
  (table) => [
    uniqueIndex('dataset_version_by_number').on(table.datasetId, table.number),
    index('dataset_version_by_hash').on(table.workspaceId, table.sha256),
  ],
)

/** What people decided about what a dataset means, as it was after each time they saved it. The highest number counts. */
export const modelVersion = sqliteTable(
  'model_version',
  {
    workspaceId: ownedBy(),
    datasetId: id<'dataset'>()
      .notNull()
      .references(() => dataset.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    document: json<ModelDocument>().notNull(),
    userId: id<'user'>().notNull(),
    /** What its author said of it; empty where nothing. */
    note: text().notNull().default(''),
    createdAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.datasetId, table.number] })],
)

/** By what a dataset is found: names and words of its current version, never a cell. */
export const datasetCard = sqliteTable(
  'dataset_card',
  {
    datasetId: id<'dataset'>()
      .primaryKey()
      .references(() => dataset.id, { onDelete: 'cascade' }),
    workspaceId: ownedBy(),
    versionId: id<'version'>().notNull(),
    card: json<Card>().notNull(),
    /** The hashed n-grams of the card, encoded. */
    grams: text().notNull(),
  },
  (table) => [index('dataset_card_by_workspace').on(table.workspaceId)],
)

export const upload = sqliteTable(
  'upload',
  {
    id: id<'upload'>().primaryKey(),
    workspaceId: ownedBy(),
    datasetId: id<'dataset'>().notNull(),
    versionId: id<'version'>().notNull(),
    /** R2's name of the multipart upload. */
    multipartId: text().notNull(),
    fileName: text().notNull(),
    bytes: integer().notNull(),
    sha256: text(),
    status: text().$type<'open' | 'completed'>().notNull(),
    createdAt: moment().notNull(),
  },
  (table) => [index('upload_by_workspace').on(table.workspaceId, table.status)],
)

export const uploadPart = sqliteTable(
  'upload_part',
  {
    workspaceId: ownedBy(),
    uploadId: id<'upload'>()
      .notNull()
      .references(() => upload.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    etag: text().notNull(),
    bytes: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.uploadId, table.number] })],
)

/** When work begins by itself. The scheduled handler adds a job for each schedule that is due. */
export const schedule = sqliteTable(
  'schedule',
  {
    id: id<'schedule'>().primaryKey(),
    /** Null for the installation's own work. */
    workspaceId: id<'workspace'>().references(() => workspace.id, { onDelete: 'cascade' }),
    /** An id of the job registry, and the input of the jobs it adds. */
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
    /** Null for the installation's own work. */
    workspaceId: id<'workspace'>().references(() => workspace.id, { onDelete: 'cascade' }),
    /** The schedule that added it; null where a person did. */
    scheduleId: id<'schedule'>().references(() => schedule.id, { onDelete: 'set null' }),
    /** An id of the job registry. */
    kind: text().notNull(),
    /** Parsed by the schema of its kind each time it runs. */
    input: json<unknown>().notNull(),
    status: text().$type<JobStatus>().notNull(),
    /** From 0 to 1 while running. */
    progress: real().notNull().default(0),
    failure: json<StoredFailure>(),
    attempts: integer().notNull().default(0),
    /** Until when the one that runs it is trusted to be alive. */
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

export const dashboard = sqliteTable(
  'dashboard',
  {
    id: id<'dashboard'>().primaryKey(),
    workspaceId: ownedBy(),
    /** The dataset it was designed for; null once that is gone for good. */
    datasetId: id<'dataset'>().references(() => dataset.id, { onDelete: 'set null' }),
    document: lasting(dashboardDocument).notNull(),
    /** The document's version, for comparing and swapping. */
    version: integer().notNull(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    deletedAt: moment(),
  },
  (table) => [index('dashboard_by_workspace').on(table.workspaceId, table.deletedAt)],
)

/** Every change ever made to a dashboard, in order, with what takes it back. */
export const dashboardEdit = sqliteTable(
  'dashboard_edit',
  {
    workspaceId: ownedBy(),
    dashboardId: id<'dashboard'>()
      .notNull()
      .references(() => dashboard.id, { onDelete: 'cascade' }),
    /** The version it led to. */
    version: integer().notNull(),
    userId: id<'user'>().notNull(),
    edit: json<Edit>().notNull(),
    inverse: json<Edit>().notNull(),
    createdAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.dashboardId, table.version] })],
)

export const share = sqliteTable(
  'share',
  {
    id: id<'share'>().primaryKey(),
    workspaceId: ownedBy(),
    dashboardId: id<'dashboard'>()
      .notNull()
      .references(() => dashboard.id, { onDelete: 'cascade' }),
    /** SHA-256 of the token: what a visitor's link is compared with. */
    tokenHash: text().notNull().unique(),
    /** The token, encrypted for its owner, who may copy the link again. */
    sealedToken: text().notNull(),
    /** Did its owner say that groups of any size may be told? It counts only where nothing personal is found. */
    isOpen: flag().notNull().default(false),
    /** Fewer rows than this are never told of, else. */
    least: integer().notNull().default(5),
    createdAt: moment().notNull(),
    revokedAt: moment(),
  },
  (table) => [index('share_by_dashboard').on(table.dashboardId)],
)

/** What links have told of a dataset, or refused to: one tile over one version. Later releases are decided beside these. */
export const release = sqliteTable(
  'release',
  {
    workspaceId: ownedBy(),
    datasetId: id<'dataset'>()
      .notNull()
      .references(() => dataset.id, { onDelete: 'cascade' }),
    /** Counts the releases of a dataset, so that of two at once one comes second, and is decided again. */
    number: integer().notNull(),
    /** The files, the Query and the smallest group, as a hash. */
    fingerprint: text().notNull(),
    /** Where its rows are, and those of the datasets that it joins, by id. */
    folders: json<ReleaseFolders>().notNull(),
    /** Resolved, with the widths of bins and the values on top written in. */
    query: lasting(query).notNull(),
    least: integer().notNull(),
    decision: json<Decision>().notNull(),
    createdAt: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.number] }),
    uniqueIndex('release_by_fingerprint').on(table.datasetId, table.fingerprint),
  ],
)
