import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Card } from '#core/catalog/card.ts'
import type { Drift } from '#core/catalog/drift/drift.ts'
import type { Cadence } from '#core/catalog/freshness.ts'
import type { Recipe } from '#core/clean/recipe.ts'
import type { Hold } from '#core/dashboard/hold-version.ts'
import type { ReadChoices } from '#core/ingest/choices.ts'
import { modelDocument } from '#core/semantic/model/model-document.ts'
import { flag, id, json, lasting, moment } from '../columns.ts'
import { project } from './projects.ts'
import { ownedBy } from './workspaces.ts'
import type { StoredFailure } from './jobs.ts'

export type DatasetStatus = 'pending' | 'processing' | 'ready' | 'failed'

export const dataset = sqliteTable(
  'dataset',
  {
    id: id<'dataset'>().primaryKey(),
    workspaceId: ownedBy(),
    name: text().notNull(),
    description: text().notNull().default(''),
    currentVersionId: id<'version'>().notNull(),
    /** Null: in no project. */
    projectId: id<'project'>().references(() => project.id),
    /** True if only those granted see it. */
    isRestricted: flag().notNull().default(false),
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
  (table) => [
    index('dataset_by_workspace').on(table.workspaceId, table.deletedAt),
    index('dataset_by_project').on(table.projectId),
  ],
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
    document: lasting(modelDocument).notNull(),
    userId: id<'user'>().notNull(),
    /** The author's comment; empty if none. */
    note: text().notNull().default(''),
    createdAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.datasetId, table.number] })],
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
