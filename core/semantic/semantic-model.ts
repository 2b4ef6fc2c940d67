import { z } from 'zod'
import { columnTypes } from '../table/table.ts'
import { kindIds } from './kinds/registry.ts'
import { aggregates, formats, grains, roles } from './vocabulary.ts'

const semanticColumn = z.object({
  name: z.string(),
  /** As people say it: `order_date` becomes `Order date`. */
  label: z.string(),
  type: z.enum(columnTypes),
  role: z.enum(roles),
  format: z.enum(formats),
  /** What its values are: `email`, `category`, `year`. */
  kind: z.enum(kindIds),
  /** Does it tell of single persons? Its values are masked for all but the workspace. */
  isSensitive: z.boolean(),
  /** Other words for it, lower case, singular. */
  synonyms: z.array(z.string()),
  /** What may be computed of it: no sum of an id. */
  aggregates: z.array(z.enum(aggregates)),
  defaultAggregate: z.enum(aggregates),
  distinct: z.number(),
  nulls: z.number(),
  /** Smallest and largest, for numbers and moments; null for text. */
  range: z.object({ min: z.number(), max: z.number() }).nullable(),
  /** Where all but the outermost 1 % of its values lie; missing where that is not known. */
  bulk: z.object({ min: z.number(), max: z.number() }).optional(),
  /** An earlier column that most likely forms the same groups by other names; missing where there is none. */
  twinOf: z.string().optional(),
  /** Distinct values most frequent first, for columns with few of them; what questions may name. */
  values: z.array(z.string()),
})
export type SemanticColumn = z.infer<typeof semanticColumn>

/** What a dataset means. Generated from its Profile; the rest of the product reads only this. */
export const semanticModel = z.object({
  dataset: z.string(),
  name: z.string(),
  rows: z.number(),
  /** One row is one of these: `order`, `passenger`; `row` where unknown. */
  entity: z.string(),
  columns: z.array(semanticColumn),
  timeColumn: z.string().nullable(),
  /** The grain at which the time column shows a readable number of points. */
  timeGrain: z.enum(grains).nullable(),
})
export type SemanticModel = z.infer<typeof semanticModel>
