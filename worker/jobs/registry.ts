import { cleanDataset } from './clean-dataset.ts'
import { ingestDataset } from './ingest-dataset.ts'
import type { JobKind } from './job-kind.ts'
import { ownValue } from '#core/own-value.ts'

/** Every kind of background work. A new one is one file and one line here. */
export const jobKinds = {
  'ingest-dataset': ingestDataset,
  'clean-dataset': cleanDataset,
} as const satisfies Record<string, JobKind>

/** The kind of a stored job; undefined for one that this version of the product does not know. */
export const jobKindOf = (kind: string): JobKind | undefined => ownValue(jobKinds as Record<string, JobKind>, kind)
