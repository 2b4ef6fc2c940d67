import { z } from 'zod'
import { chartSpec } from '../charts/chart-spec.ts'
import { filter } from '../query/filter.ts'
import { query } from '../query/query.ts'
import { gridColumns } from './grid-columns.ts'

/** A tile's place, in grid units. */
export const place = z.object({
  x: z
    .int()
    .min(0)
    .max(gridColumns - 1),
  y: z.int().min(0).max(10_000),
  w: z.int().min(1).max(gridColumns),
  h: z.int().min(1).max(40),
})
export type Place = z.infer<typeof place>

export const tile = z.object({
  id: z.string().min(1).max(40),
  title: z.string().trim().min(1).max(200),
  place,
  query,
  /** Null: chosen from the result. */
  chart: chartSpec.nullable(),
})
export type Tile = z.infer<typeof tile>

/** A dashboard is a plain document. It changes only by edits (core/dashboard/edits). */
export const dashboard = z.object({
  title: z.string().trim().min(1).max(200),
  /** Counts the edits applied. */
  version: z.int().min(0),
  tiles: z.array(tile).max(60),
  /** Apply to every tile whose dataset has the column. */
  filters: z.array(filter).max(30),
})
export type Dashboard = z.infer<typeof dashboard>
