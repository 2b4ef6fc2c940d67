import * as z from 'zod'
import { weekDays } from '../semantic/vocabulary.ts'
import { comparison } from './comparison.ts'
import { dimension } from './dimension.ts'
import { columnName, filter } from './filter.ts'
import { measure } from './measure.ts'

const sort = z.object({
  /** A column of the result, by its result name. */
  by: columnName,
  direction: z.enum(['ascending', 'descending']),
})
export type Sort = z.infer<typeof sort>

/**
 * Columns of another dataset, found by a key that stands once in it: never more rows than before, and nulls where the
 * key is not found. They are named `name.column`.
 */
const join = z.object({
  name: columnName,
  dataset: z.string().max(100),
  /** The column here whose values are looked up. */
  column: columnName,
  /** The column there that they are looked up in. */
  key: columnName,
})

/** A column computed of others in the same row, by a formula. */
const calculation = z.object({ name: columnName, formula: z.string().max(10_000) })

/** Only rows whose value in `column` is among the first by a measure, of the rows that pass all filters. */
const top = z.object({
  column: columnName,
  count: z.int().min(1).max(1000),
  by: measure,
  direction: z.enum(['ascending', 'descending']).default('descending'),
})

/** How much one Query may ask for. What the product writes itself is cut to these, or refused before it is asked. */
export const mostOf = { dimensions: 8, measures: 20, columns: 1000, filters: 100 } as const

/**
 * One question over one dataset and what is joined to it. With measures or dimensions it groups; with `columns` it
 * lists rows. Nulls form a group of their own. Without a sort: what runs (moments, parts, bins) ascending, else the
 * first measure descending. Nulls sort last. Ties stand by the dimensions' values, ascending.
 */
export const query = z.object({
  dataset: z.string().max(100),
  joins: z.array(join).max(20).default([]),
  calculations: z.array(calculation).max(100).default([]),
  dimensions: z.array(dimension).max(mostOf.dimensions).default([]),
  measures: z.array(measure).max(mostOf.measures).default([]),
  columns: z.array(columnName).max(mostOf.columns).default([]),
  filters: z.array(filter).max(mostOf.filters).default([]),
  top: z.array(top).max(8).default([]),
  /** On the groups, once they are computed; its columns are the result's. */
  having: z.array(filter).max(20).default([]),
  sort: z.array(sort).max(8).default([]),
  limit: z.int().min(1).max(100_000).default(10_000),
  offset: z.int().min(0).default(0),
  compare: comparison.optional(),
  /** The dimension, by its result name, whose values become columns. */
  pivot: columnName.optional(),
  /** In which an instant has its date and hour, as `Europe/Berlin`. Columns of dates have none. Left out, as the two below, it is the model's. */
  timeZone: z.string().min(1).max(64).optional(),
  weekStart: z.enum(weekDays).optional(),
  /** The month, 1 to 12, in which a year and its quarters begin. */
  fiscalYearStart: z.int().min(1).max(12).optional(),
})
export type Query = z.infer<typeof query>

/** A Query as people and programs write it: what has a default may be left out. */
export type QueryInput = z.input<typeof query>

/** Does this Query list rows, rather than group them? Public links refuse such a Query. */
export const listsRows = (asked: Query): boolean => asked.columns.length > 0
