import { z } from '@hono/zod-openapi'
import { cellChanges } from '#core/catalog/compare-cells.ts'
import { comparison } from '#core/catalog/compare-profiles.ts'
import * as wire from '#core/wire/dataset.ts'
import type { WireDataset, WireVersion } from '#core/wire/dataset.ts'
import type { Dataset, Version } from '../db/datasets.ts'

export type { WireDataset, WireVersion }
export const wireStatus = wire.wireStatus.openapi('DatasetStatus')
export const wireVersion = wire.wireVersion.openapi('DatasetVersion')
export const wireDataset = wire.wireDataset.openapi('Dataset')

/** Two versions side by side. */
export const wireComparison = comparison
  .extend({ before: wireVersion, after: wireVersion, drift: z.array(wire.wireDrift), cells: cellChanges })
  .openapi('Comparison')

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
  place: {
    project: dataset.projectId,
    isRestricted: dataset.isRestricted,
    isProjectRestricted: dataset.isInRestricted,
  },
  createdAt: dataset.createdAt.toISOString(),
  updatedAt: dataset.updatedAt.toISOString(),
})
