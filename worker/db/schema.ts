import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { MemberRole } from '#core/access/member-role.ts'
import type { Decision } from '#core/access/disclosure/release.ts'
import type { Card } from '#core/catalog/card.ts'
import type { Drift } from '#core/catalog/drift/drift.ts'
import type { Cadence } from '#core/catalog/freshness.ts'
import type { Recipe } from '#core/clean/recipe.ts'
import type { Correction } from '#core/semantic/correction.ts'
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
/** Folders of a version and of the joined versions, by dataset. */
export type ReleaseFolders = { readonly own: string; readonly joined: Readonly<Record<string, string>> }
export type JobStatus = 'queued' | 'running' | 'done' | 'failed'

/** The owner of all data. Every other table names its workspace, except users, attempts and preconditions. */
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

/** Never contains a row: an INSERT violates its constraint and aborts the batch. See `writeIf`. */
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
    /** Age in hours at which data is stale; null if not set. */
    staleAfterHours: integer(),
    /** Recipe that cleans every later upload; null if none. */
    recipe: json<Recipe>(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    deletedAt: moment(),
  },
  (table) => [index('dataset_by_workspace').on(table.workspaceId, table.deletedAt)],
)

/** An uploaded file and its state. Its files are immutable. */
export const datasetVersion = sqliteTable(
  'dataset_version',
  {
    id: id<'version'>().primaryKey(),
    workspaceId: ownedBy(),
    datasetId: id<'dataset'>()
      .notNull()
      .references(() => dataset.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    /** R2 folder of its files, ending with a slash. */
    folder: text().notNull(),
    fileName: text().notNull(),
    bytes: integer().notNull(),
    /** Hash of the original: claimed by the browser, later computed by the job. */
    sha256: text(),
    /** An uploaded file, or a recipe applied to another version. */
    origin: text().$type<'upload' | 'recipe'>().notNull().default('upload'),
    /** The version a recipe was applied to; null for uploads. */
    basedOnId: id<'version'>(),
    /** The user's reading choices. */
    choices: json<ReadChoices>(),
    /** Differences from the previous current version; null if there was none. */
    drift: json<readonly Drift[]>(),
    /** Why it awaits confirmation; null if it does not, or was confirmed. */
    held: json<Hold>(),
    /** Newest moment and cadence of its data; null without a time column. */
    newestAt: moment(),
    cadence: text().$type<Cadence>(),
    status: text().$type<DatasetStatus>().notNull(),
    /** Fraction done, 0 to 1. */
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

/** Saved model documents. The highest number is current. */
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
    /** The author's comment; empty if none. */
    note: text().notNull().default(''),
    createdAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.datasetId, table.number] })],
)

/** What was asked of a dataset, once however often; kept until somebody deletes it, or the dataset. */
export const askedQuestion = sqliteTable(
  'asked_question',
  {
    id: id<'question'>().primaryKey(),
    workspaceId: ownedBy(),
    datasetId: id<'dataset'>()
      .notNull()
      .references(() => dataset.id, { onDelete: 'cascade' }),
    userId: id<'user'>().notNull(),
    question: text().notNull(),
    /** The reading, as an address carries it, where the question alone would not give it; else empty. */
    link: text().notNull().default(''),
    /** What somebody calls it; empty where nobody does. */
    name: text().notNull().default(''),
    isFavourite: flag().notNull().default(false),
    /** When it was asked last. */
    askedAt: moment().notNull(),
  },
  (table) => [
    uniqueIndex('asked_question_once').on(table.datasetId, table.question, table.link),
    index('asked_question_by_workspace').on(table.workspaceId, table.askedAt),
  ],
)

/** What a word means in questions about a dataset, as a person of its workspace said. */
export const questionCorrection = sqliteTable(
  'question_correction',
  {
    id: id<'correction'>().primaryKey(),
    workspaceId: ownedBy(),
    datasetId: id<'dataset'>()
      .notNull()
      .references(() => dataset.id, { onDelete: 'cascade' }),
    userId: id<'user'>().notNull(),
    words: text().notNull(),
    meaning: json<Pick<Correction, 'column' | 'value'>>().notNull(),
    createdAt: moment().notNull(),
  },
  (table) => [
    uniqueIndex('question_correction_once').on(table.datasetId, table.words),
    index('question_correction_by_workspace').on(table.workspaceId),
  ],
)

/** Searchable words of a dataset's current version; never a cell. */
export const datasetCard = sqliteTable(
  'dataset_card',
  {
    datasetId: id<'dataset'>()
      .primaryKey()
      .references(() => dataset.id, { onDelete: 'cascade' }),
    workspaceId: ownedBy(),
    versionId: id<'version'>().notNull(),
    card: json<Card>().notNull(),
    /** Encoded hashed n-grams of the card. */
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
    /** R2's id of the multipart upload. */
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

export const dashboard = sqliteTable(
  'dashboard',
  {
    id: id<'dashboard'>().primaryKey(),
    workspaceId: ownedBy(),
    /** The dataset it was designed for; null if permanently deleted. */
    datasetId: id<'dataset'>().references(() => dataset.id, { onDelete: 'set null' }),
    document: lasting(dashboardDocument).notNull(),
    /** Document version, for optimistic locking. */
    version: integer().notNull(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    deletedAt: moment(),
  },
  (table) => [index('dashboard_by_workspace').on(table.workspaceId, table.deletedAt)],
)

/** Every edit of a dashboard in order, with its inverse. */
export const dashboardEdit = sqliteTable(
  'dashboard_edit',
  {
    workspaceId: ownedBy(),
    dashboardId: id<'dashboard'>()
      .notNull()
      .references(() => dashboard.id, { onDelete: 'cascade' }),
    /** The resulting document version. */
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
    /** SHA-256 of the token, compared with the token of a visitor's link. */
    tokenHash: text().notNull().unique(),
    /** The encrypted token, so that the owner can copy the link again. */
    sealedToken: text().notNull(),
    /** True if the owner allows groups of any size; ignored if personal data is found. */
    isOpen: flag().notNull().default(false),
    /** Otherwise, the minimum rows of a shown group. */
    least: integer().notNull().default(5),
    createdAt: moment().notNull(),
    revokedAt: moment(),
  },
  (table) => [index('share_by_dashboard').on(table.dashboardId)],
)

/** Disclosures of links, one tile over one version. Later releases are decided with these. */
export const release = sqliteTable(
  'release',
  {
    workspaceId: ownedBy(),
    datasetId: id<'dataset'>()
      .notNull()
      .references(() => dataset.id, { onDelete: 'cascade' }),
    /** Sequence number per dataset; a concurrent release gets a conflict and is decided again. */
    number: integer().notNull(),
    /** Hash of files, Query and minimum group size. */
    fingerprint: text().notNull(),
    /** Folders of its rows and of joined datasets, by id. */
    folders: json<ReleaseFolders>().notNull(),
    /** The resolved Query, with bin widths and top values written out. */
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
