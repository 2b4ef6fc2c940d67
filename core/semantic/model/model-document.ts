import { z } from 'zod'
import { dictionary } from '../../dictionary.ts'
import { aggregates, formats, grains, roles } from '../vocabulary.ts'
import { type RuledRole, rowRule, visibilities } from './access-rules.ts'
import { calendar } from './calendar.ts'

const name = z.string().trim().min(1).max(300)
const label = z.string().trim().max(200)
const description = z.string().max(2000)
const synonyms = z.array(z.string().trim().max(100)).max(50)
const formula = z.string().max(10_000)

/** Who below the owner does not see a column, or sees it masked. */
const byRole = z
  .object({ editor: z.enum(visibilities), viewer: z.enum(visibilities), public: z.enum(visibilities) } satisfies Record<
    RuledRole,
    unknown
  >)
  .partial()

/** What a person decided about a column; what is missing stays as it was told from the data. */
const columnDecision = z
  .object({
    label,
    description,
    synonyms,
    role: z.enum(roles),
    format: z.enum(formats),
    aggregates: z.array(z.enum(aggregates)).max(aggregates.length),
    defaultAggregate: z.enum(aggregates),
    /** Offered to nobody, and refused to all but owners; measures may use it. */
    isHidden: z.boolean(),
    /** All but owners see its values masked. */
    isMasked: z.boolean(),
    visibility: byRole,
  })
  .partial()
export type ColumnDecision = z.infer<typeof columnDecision>

/** Values that are one thing to people. */
const valueGroup = z.object({ name: z.string().max(200), values: z.array(z.string().max(1000)).max(500) })

/** A calculated column that calls values of another by the names of their groups. */
const valueGroups = z.object({
  name: label,
  description: description.default(''),
  column: name,
  groups: z.array(valueGroup).max(100),
  /** What every other value is called; null leaves it as it is. */
  rest: z.string().max(200).nullable(),
})
export type ValueGroups = z.infer<typeof valueGroups>

const named = {
  name: label,
  description: description.default(''),
  formula,
  synonyms: synonyms.default([]),
}

/** A column computed of others in the same row. */
const calculationDecision = z.object({ ...named, format: z.enum(formats).nullable().default(null) })

/** A figure computed of groups of rows. */
const measureDecision = z.object({ ...named, format: z.enum(formats).default('number') })

const relationshipDecision = z.object({
  /** Its columns are named `name.column`. */
  name: label,
  dataset: z.string().max(100),
  column: z.string().max(300),
  key: z.string().max(300),
})
export type RelationshipDecision = z.infer<typeof relationshipDecision>

/** All that people decided about what a dataset means. Kept apart from what the data tells, so that both may change. */
export const modelDocument = z.object({
  schema: z.literal(1).default(1),
  columns: dictionary(columnDecision).default({}),
  groups: z.array(valueGroups).max(100).default([]),
  calculations: z.array(calculationDecision).max(100).default([]),
  measures: z.array(measureDecision).max(200).default([]),
  /** The column of moments that questions about time go by; missing where the data tells, null for none. */
  timeColumn: z.string().max(300).nullable().optional(),
  timeGrain: z.enum(grains).optional(),
  calendar: calendar.optional(),
  relationships: z.array(relationshipDecision).max(20).default([]),
  rows: z.array(rowRule).max(20).default([]),
})
export type ModelDocument = z.infer<typeof modelDocument>

export const noDecisions: ModelDocument = modelDocument.parse({})
