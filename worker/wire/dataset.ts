import { z } from '@hono/zod-openapi'
import type { Dataset } from '../db/datasets.ts'

const failure = z.object({ code: z.string(), message: z.string(), hint: z.string() })

export const wireStatus = z
  .object({
    status: z.enum(['pending', 'processing', 'ready', 'failed']),
    /** From 0 to 1. */
    progress: z.number(),
    failure: failure.nullable(),
  })
  .openapi('DatasetStatus')

/** A dataset as its owner sees it. */
export const wireDataset = wireStatus
  .extend({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    fileName: z.string(),
    /** Bytes of the file as it was uploaded. */
    size: z.number(),
    rows: z.number().nullable(),
    columns: z.number().nullable(),
    sample: z.boolean(),
    createdAt: z.string(),
    processedAt: z.string().nullable(),
  })
  .openapi('Dataset')
export type WireDataset = z.infer<typeof wireDataset>

export const toWireDataset = ({ version, ...dataset }: Dataset): WireDataset => ({
  id: dataset.id,
  name: dataset.name,
  description: dataset.description,
  fileName: version.fileName,
  status: version.status,
  progress: version.progress,
  failure: version.failure,
  size: version.bytes,
  rows: version.rows,
  columns: version.columns,
  sample: dataset.isSample,
  createdAt: dataset.createdAt.toISOString(),
  processedAt: version.processedAt?.toISOString() ?? null,
})
