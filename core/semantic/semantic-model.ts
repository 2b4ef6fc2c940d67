import { z } from 'zod'
import { columnTypes } from '../table/table.ts'
import { kindIds } from './kinds/registry.ts'
import { accessRules } from './model/access-rules.ts'
import { calendar, plainCalendar } from './model/calendar.ts'
import { aggregates, formats, grains, roles } from './vocabulary.ts'

const semanticColumn = z.object({
  name: z.string(),
  /** As people say it: `order_date` becomes `Order date`. */
  label: z.string(),
  /** What a person wrote about it; missing where nobody did. */
  description: z.string().optional(),
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

/** A column computed of others in the same row. What depends on its values is unknown until they are computed. */
const calculatedColumn = semanticColumn.extend({ formula: z.string() })
export type CalculatedColumn = z.infer<typeof calculatedColumn>

/** A figure with a name, computed of groups of rows: `Profit margin`. */
const namedMeasure = z.object({
  /** By which formulas and questions name it. */
  name: z.string(),
  label: z.string(),
  description: z.string().optional(),
  formula: z.string(),
  format: z.enum(formats),
  synonyms: z.array(z.string()),
})
export type NamedMeasure = z.infer<typeof namedMeasure>

/** Another dataset that each row here has at most one row in: its columns are named `name.column`. */
const relationship = z.object({ name: z.string(), dataset: z.string(), column: z.string(), key: z.string() })
export type Relationship = z.infer<typeof relationship>

/** What a dataset means: generated from its Profile, then as people decided. The rest of the product reads only this. */
export const semanticModel = z.object({
  dataset: z.string(),
  name: z.string(),
  rows: z.number(),
  /** One row is one of these: `order`, `passenger`; `row` where unknown. */
  entity: z.string(),
  columns: z.array(semanticColumn),
  /** Columns that are offered to nobody; measures and calculated columns may use them. */
  hidden: z.array(semanticColumn),
  calculations: z.array(calculatedColumn),
  measures: z.array(namedMeasure),
  relationships: z.array(relationship),
  calendar,
  access: accessRules,
  /** Which of the models that people saved this is; 0 where nobody decided anything. */
  version: z.int(),
  timeColumn: z.string().nullable(),
  /** The grain at which the time column shows a readable number of points. */
  timeGrain: z.enum(grains).nullable(),
})
export type SemanticModel = z.infer<typeof semanticModel>

/** The parts of a model that nobody has decided anything about. */
export const undecided = {
  hidden: [],
  calculations: [],
  measures: [],
  relationships: [],
  calendar: plainCalendar,
  access: { rows: [], columns: [] },
  version: 0,
} satisfies Partial<SemanticModel>
