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

/** A dashboard after edits, and the inverse edits in order of application. */
export const wireEdited = z.object({ dashboard: document, inverses: z.array(edit) }).openapi('EditedDashboard')
export type WireEdited = z.infer<typeof wireEdited>

/** The edits that a page missed, in order; null where it must read the whole document. */
export const wireMissed = z.object({ edits: z.array(edit).nullable() }).openapi('MissedEdits')
export type WireMissed = z.infer<typeof wireMissed>

/** A public link. The token is empty if it can no longer be shown. */
export const wireShare = z
  .object({
    id: z.string(),
    token: z.string(),
    /** True if groups of any size are shown, unless personal data is found. */
    isOpen: z.boolean(),
    /** Otherwise, the minimum rows of a shown group. */
    least: z.number(),
    createdAt: z.string(),
    revokedAt: z.string().nullable(),
  })
  .openapi('Share')
export type WireShare = z.infer<typeof wireShare>

/** What a dashboard's links would disclose, in sentences. */
export const wireSharing = z
  .object({
    /** Why its rows count as persons; null if no personal data is found, in which case the owner may open the link. */
    persons: z.string().nullable(),
    /** What an open link would disclose. */
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
