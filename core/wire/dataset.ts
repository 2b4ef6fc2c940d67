import { z } from 'zod'
import { driftKinds, severities } from '../catalog/drift/drift.ts'
import { cadences } from '../catalog/freshness.ts'
import { readChoices } from '../ingest/choices.ts'

const failure = z.object({ code: z.string(), message: z.string(), hint: z.string() })

export const wireStatus = z.object({
  status: z.enum(['pending', 'processing', 'ready', 'failed']),
  /** Fraction done, 0 to 1. */
  progress: z.number(),
  failure: failure.nullable(),
})

/** One difference from the previous version. */
export const wireDrift = z.object({
  kind: z.enum(driftKinds),
  severity: z.enum(severities),
  column: z.string().nullable(),
  to: z.string().optional(),
  text: z.string(),
})

const wireHold = z.object({ isUnrelated: z.boolean(), columns: z.array(z.string()), tiles: z.array(z.string()) })

/** A version as its owner sees it. */
export const wireVersion = wireStatus.extend({
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
export type WireVersion = z.infer<typeof wireVersion>

/** A dataset as its owner sees it, with the figures of its current version. */
export const wireDataset = wireVersion.omit({ origin: true, number: true, held: true }).extend({
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
  /** Its project, null if none, and whether only those granted see it or its project. */
  place: z.object({ project: z.string().nullable(), isRestricted: z.boolean(), isProjectRestricted: z.boolean() }),
  updatedAt: z.string(),
})
export type WireDataset = z.infer<typeof wireDataset>
