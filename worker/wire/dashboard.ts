import { z } from '@hono/zod-openapi'
import type { Edit } from '#core/dashboard/apply-edit.ts'
import type { Dashboard as Document } from '#core/dashboard/dashboard.ts'
import { semanticModel } from '#core/semantic/semantic-model.ts'
import type { Dashboard } from '../db/dashboards.ts'
import type { Share } from '../db/shares.ts'

const document = z
  .custom<Document>()
  .openapi({ type: 'object', description: 'The dashboard: title, version, tiles on a grid, filters.' })

const edit = z.custom<Edit>().openapi({ type: 'object', description: 'One change: its type and its payload.' })

export const wireDashboardSummary = z
  .object({
    id: z.string(),
    dataset: z.string().nullable(),
    title: z.string(),
    tiles: z.number(),
    updatedAt: z.string(),
  })
  .openapi('DashboardSummary')

export const wireDashboard = wireDashboardSummary.extend({ document }).openapi('Dashboard')
export type WireDashboard = z.infer<typeof wireDashboard>

/** A dashboard after edits, and the edits that take them back, in the order to apply them. */
export const wireEdited = z.object({ dashboard: document, inverses: z.array(edit) }).openapi('EditedDashboard')
export type WireEdited = z.infer<typeof wireEdited>

/** A public link. Its token is empty where it can no longer be shown. */
export const wireShare = z
  .object({
    id: z.string(),
    token: z.string(),
    /** May groups of any size be told, where nothing personal is found? */
    isOpen: z.boolean(),
    /** Fewer rows than this are not told of, else. */
    least: z.number(),
    createdAt: z.string(),
    revokedAt: z.string().nullable(),
  })
  .openapi('Share')
export type WireShare = z.infer<typeof wireShare>

/** What the links of a dashboard would tell strangers, in sentences. */
export const wireSharing = z
  .object({
    /** Why its rows count as about persons; null where nothing personal is found, and its owner may open the link. */
    persons: z.string().nullable(),
    /** What strangers would read where the link is open. */
    told: z.string(),
  })
  .openapi('Sharing')
export type WireSharing = z.infer<typeof wireSharing>

export const wirePublicDashboard = z.object({ document, models: z.array(semanticModel) }).openapi('PublicDashboard')
export type WirePublicDashboard = z.infer<typeof wirePublicDashboard>

export const toWireSummary = ({ id, datasetId, document, updatedAt }: Dashboard) => ({
  id,
  dataset: datasetId,
  title: document.title,
  tiles: document.tiles.length,
  updatedAt: updatedAt.toISOString(),
})

export const toWireDashboard = (row: Dashboard): WireDashboard => ({ ...toWireSummary(row), document: row.document })

export const toWireShare = ({ id, isOpen, least, createdAt, revokedAt }: Share, token: string): WireShare => ({
  id,
  token,
  isOpen,
  least,
  createdAt: createdAt.toISOString(),
  revokedAt: revokedAt?.toISOString() ?? null,
})
