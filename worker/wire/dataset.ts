import { readChoices } from '#core/ingest/choices.ts'
import { z } from '@hono/zod-openapi'
import { cellChanges } from '#core/catalog/compare-cells.ts'
import { comparison } from '#core/catalog/compare-profiles.ts'
import { driftKinds, severities } from '#core/catalog/drift/drift.ts'
import { cadences } from '#core/catalog/freshness.ts'
import type { Dataset, Version } from '../db/datasets.ts'

const failure = z.object({ code: z.string(), message: z.string(), hint: z.string() })

export const wireStatus = z
  .object({
    status: z.enum(['pending', 'processing', 'ready', 'failed']),
    /** Fraction done, 0 to 1. */
    progress: z.number(),
    failure: failure.nullable(),
  })
  .openapi('DatasetStatus')

/** One difference from the previous version. */
const wireDrift = z
  .object({
    kind: z.enum(driftKinds),
    severity: z.enum(severities),
    column: z.string().nullable(),
    to: z.string().optional(),
    text: z.string(),
  })
  .openapi('Drift')

const wireHold = z
  .object({ isUnrelated: z.boolean(), columns: z.array(z.string()), tiles: z.array(z.string()) })
  .openapi('Hold')

/** A version as its owner sees it. */
export const wireVersion = wireStatus
  .extend({
    id: z.string(),
    number: z.number(),
    /** What it was made by. */
    origin: z.enum(['upload', 'recipe']),
    fileName: z.string(),
    /** Bytes of the uploaded file. */
    size: z.number(),
    rows: z.number().nullable(),
    columns: z.number().nullable(),
    createdAt: z.string(),
    processedAt: z.string().nullable(),
    /** The user's reading choices; null if none. */
    choices: readChoices.nullable(),
    /** Differences from the previous version; null if there was none. */
    drift: z.array(wireDrift).nullable(),
    /** Why it awaits confirmation before it becomes current; null if it does not. */
    held: wireHold.nullable(),
  })
  .openapi('DatasetVersion')
export type WireVersion = z.infer<typeof wireVersion>

/** Two versions side by side. */
export const wireComparison = comparison
  .extend({ before: wireVersion, after: wireVersion, drift: z.array(wireDrift), cells: cellChanges })
  .openapi('Comparison')

/** A dataset as its owner sees it, with the figures of its current version. */
export const wireDataset = wireVersion
  .omit({ origin: true, number: true, held: true })
  .extend({
    /** The current version. */
    version: z.object({ id: z.string(), number: z.number() }),
    /** The version that is being read, awaits confirmation or failed; until then the current one stays. */
    next: wireVersion.nullable(),
    /** Version of its model document; 0 if there is none. */
    model: z.int(),
    name: z.string(),
    description: z.string(),
    tags: z.array(z.string()),
    sample: z.boolean(),
    /** Input of its freshness. */
    newestAt: z.string().nullable(),
    cadence: z.enum(cadences).nullable(),
    staleAfterHours: z.number().nullable(),
    updatedAt: z.string(),
  })
  .openapi('Dataset')
export type WireDataset = z.infer<typeof wireDataset>

const figuresOf = (version: Version) => ({
  fileName: version.fileName,
  status: version.status,
  progress: version.progress,
  failure: version.failure,
  size: version.bytes,
  choices: version.choices,
  rows: version.rows,
  columns: version.columns,
  processedAt: version.processedAt?.toISOString() ?? null,
  drift: version.drift && [...version.drift],
})

export const toWireVersion = (version: Version): WireVersion => ({
  ...figuresOf(version),
  id: version.id,
  number: version.number,
  origin: version.origin,
  held: version.held && { ...version.held, columns: [...version.held.columns], tiles: [...version.held.tiles] },
  createdAt: version.createdAt.toISOString(),
})

export const toWireDataset = ({ version, next, ...dataset }: Dataset): WireDataset => ({
  ...figuresOf(version),
  id: dataset.id,
  version: { id: version.id, number: version.number },
  next: next && toWireVersion(next),
  model: dataset.model,
  name: dataset.name,
  description: dataset.description,
  tags: [...dataset.tags],
  sample: dataset.isSample,
  newestAt: version.newestAt?.toISOString() ?? null,
  cadence: version.cadence,
  staleAfterHours: dataset.staleAfterHours,
  createdAt: dataset.createdAt.toISOString(),
  updatedAt: dataset.updatedAt.toISOString(),
})
