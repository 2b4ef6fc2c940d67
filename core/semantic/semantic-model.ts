import { z } from 'zod'
import { columnTypes } from '../table/table.ts'
import { kindIds } from './kinds/registry.ts'
import { correction } from './correction.ts'
import { kin } from './kin.ts'
import { accessRules } from './model/access-rules.ts'
import { calendar, plainCalendar } from './model/calendar.ts'
import { aggregates, formats, grains, roles } from './vocabulary.ts'

const semanticColumn = z.object({
  name: z.string(),
  /** Display name: `order_date` becomes `Order date`. */
  label: z.string(),
  /** A person's description; missing if none. */
  description: z.string().optional(),
  type: z.enum(columnTypes),
  role: z.enum(roles),
  format: z.enum(formats),
  /** What its values are: `email`, `category`, `year`. */
  kind: z.enum(kindIds),
  /** True for personal data; its values are masked outside the workspace. */
  isSensitive: z.boolean(),
  /** Synonyms in lower case and singular. */
  synonyms: z.array(z.string()),
  /** Allowed aggregates; ids have no sum. */
  aggregates: z.array(z.enum(aggregates)),
  defaultAggregate: z.enum(aggregates),
  distinct: z.number(),
  nulls: z.number(),
  /** Minimum and maximum of numbers and moments; null for text. */
  range: z.object({ min: z.number(), max: z.number() }).nullable(),
  /** The 0.5th to 99.5th percentile; missing if unknown. */
  bulk: z.object({ min: z.number(), max: z.number() }).optional(),
  /** An earlier column that probably forms the same groups; missing if none. */
  twinOf: z.string().optional(),
  /** Distinct values, most frequent first, for columns with few; questions may name them. */
  values: z.array(z.string()),
  /** The order in which people expect its values: weekdays, sizes, grades. Empty: none; missing: unknown. */
  order: z.array(z.string()).optional(),
})
export type SemanticColumn = z.infer<typeof semanticColumn>

/** A column computed from other columns of the same row. Value statistics are unknown. */
const calculatedColumn = semanticColumn.extend({ formula: z.string() })
export type CalculatedColumn = z.infer<typeof calculatedColumn>

/** A named figure over groups of rows: `Profit margin`. */
const namedMeasure = z.object({
  /** Its name in formulas and questions. */
  name: z.string(),
  label: z.string(),
  description: z.string().optional(),
  formula: z.string(),
  format: z.enum(formats),
  synonyms: z.array(z.string()),
})
export type NamedMeasure = z.infer<typeof namedMeasure>

/** Another dataset with at most one matching row per row here; its columns are named `name.column`. */
const relationship = z.object({ name: z.string(), dataset: z.string(), column: z.string(), key: z.string() })
export type Relationship = z.infer<typeof relationship>

/**
 * The meaning of a dataset: generated from its profile, with people's decisions applied. The product reads only this.
 */
export const semanticModel = z.object({
  dataset: z.string(),
  name: z.string(),
  rows: z.number(),
  /** What one row is: `order`, `passenger`; `row` if unknown. */
  entity: z.string(),
  columns: z.array(semanticColumn),
  /** Columns that are not offered; measures and calculated columns may use them. */
  hidden: z.array(semanticColumn),
  calculations: z.array(calculatedColumn),
  measures: z.array(namedMeasure),
  relationships: z.array(relationship),
  calendar,
  access: accessRules,
  /** Version of the saved model document; 0 without one. */
  version: z.int(),
  timeColumn: z.string().nullable(),
  /** The grain that gives the time column a readable number of points. */
  timeGrain: z.enum(grains).nullable(),
  /** What the workspace said that words mean; present only in models that questions are read with. */
  corrections: z.array(correction).optional(),
  /** Words near in meaning to its names and values; present only in models that questions are read with. */
  kin: z.array(kin).optional(),
})
export type SemanticModel = z.infer<typeof semanticModel>

/** Model fields before any decision. */
export const undecided = {
  hidden: [],
  calculations: [],
  measures: [],
  relationships: [],
  calendar: plainCalendar,
  access: { rows: [], columns: [] },
  version: 0,
} satisfies Partial<SemanticModel>
