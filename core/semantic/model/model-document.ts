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

const visibilityByRole = z
  .object({
    analyst: z.enum(visibilities),
    viewer: z.enum(visibilities),
    public: z.enum(visibilities),
  } satisfies Record<RuledRole, unknown>)
  .partial()

/** Documents saved before the role was renamed say `editor` for `analyst`. */
function renamed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('editor' in value)) return value
  const { editor, ...others } = value
  return { analyst: editor, ...others }
}

/** The roles for which a column is hidden or masked. */
const byRole = z.preprocess(renamed, visibilityByRole)

/** A person's decision on a column; missing fields keep the generated value. */
const columnDecision = z
  .object({
    label,
    description,
    synonyms,
    role: z.enum(roles),
    format: z.enum(formats),
    aggregates: z.array(z.enum(aggregates)).max(aggregates.length),
    defaultAggregate: z.enum(aggregates),
    /** The order of its values; empty: none. */
    order: z.array(z.string().max(200)).max(100),
    /** Not offered, and refused to all but owners; measures may use it. */
    isHidden: z.boolean(),
    /** Values are masked for all but owners. */
    isMasked: z.boolean(),
    visibility: byRole,
  })
  .partial()
export type ColumnDecision = z.infer<typeof columnDecision>

/** Values combined under one name. */
const valueGroup = z.object({ name: z.string().max(200), values: z.array(z.string().max(1000)).max(500) })

/** A calculated column that replaces values of another column by their group's name. */
const valueGroups = z.object({
  name: label,
  description: description.default(''),
  column: name,
  groups: z.array(valueGroup).max(100),
  /** Name of all other values; null keeps them. */
  rest: z.string().max(200).nullable(),
})
export type ValueGroups = z.infer<typeof valueGroups>

const named = {
  name: label,
  description: description.default(''),
  formula,
  synonyms: synonyms.default([]),
}

/** A column computed from other columns of the same row. */
const calculationDecision = z.object({ ...named, format: z.enum(formats).nullable().default(null) })

/** A figure computed from groups of rows. */
const measureDecision = z.object({ ...named, format: z.enum(formats).default('number') })

const relationshipDecision = z.object({
  /** Its columns are named `name.column`. */
  name: label,
  dataset: z.string().max(100),
  column: z.string().max(300),
  key: z.string().max(300),
})
export type RelationshipDecision = z.infer<typeof relationshipDecision>

/**
 * Everything people decided about a dataset's meaning. Stored separately from the generated model, so that both can
 * change.
 */
export const modelDocument = z.object({
  schema: z.literal(1).default(1),
  columns: dictionary(columnDecision).default({}),
  groups: z.array(valueGroups).max(100).default([]),
  calculations: z.array(calculationDecision).max(100).default([]),
  measures: z.array(measureDecision).max(200).default([]),
  /** The default time column; missing: generated, null: none. */
  timeColumn: z.string().max(300).nullable().optional(),
  timeGrain: z.enum(grains).optional(),
  calendar: calendar.optional(),
  relationships: z.array(relationshipDecision).max(20).default([]),
  rows: z.array(rowRule).max(20).default([]),
})
export type ModelDocument = z.infer<typeof modelDocument>

export const noDecisions: ModelDocument = modelDocument.parse({})
