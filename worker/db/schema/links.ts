import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Decision } from '#core/access/disclosure/release.ts'
import { query } from '#core/query/query.ts'
import { flag, id, json, lasting, moment } from '../columns.ts'
import { ownedBy } from './workspaces.ts'
import { dataset } from './datasets.ts'
import { dashboard } from './dashboards.ts'

/** Folders of a version and of the joined versions, by dataset. */
export type ReleaseFolders = { readonly own: string; readonly joined: Readonly<Record<string, string>> }

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
