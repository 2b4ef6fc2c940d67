import * as z from 'zod'
import { weekDays } from '../semantic/vocabulary.ts'
import { comparison } from './comparison.ts'
import { dimension } from './dimension.ts'
import { rowStatisticIds } from '../stats/rows/registry.ts'
import { columnName, filter } from './filter.ts'
import { groups } from './groups.ts'
import { measure } from './measure.ts'

const sort = z.object({
  /** A column of the result, by its result name. */
  by: columnName,
  direction: z.enum(['ascending', 'descending']),
})
export type Sort = z.infer<typeof sort>

/**
 * Adds columns of another dataset by a key that is unique there: it never multiplies rows, and gives nulls where the
 * key has no match. Their names are `name.column`.
 */
const join = z.object({
  name: columnName,
  dataset: z.string().max(100),
  /** The column of this dataset that holds the keys. */
  column: columnName,
  /** The key column of the joined dataset. */
  key: columnName,
})

/** A column that a formula computes from other columns of the same row. */
const calculation = z.object({ name: columnName, formula: z.string().max(10_000) })

/** Keeps rows whose `column` value ranks first by a measure, among the rows that pass all filters. */
const top = z.object({
  column: columnName,
  count: z.int().min(1).max(1000),
  by: measure,
  direction: z.enum(['ascending', 'descending']).default('descending'),
})

/** Limits of one Query. Queries that the product generates are cut to these limits or refused before they run. */
export const mostOf = { dimensions: 8, measures: 20, columns: 1000, filters: 100 } as const

/**
 * One question over one dataset and its joined datasets. With measures or dimensions it groups; with `columns` it
 * lists rows. Nulls form a group. Default order: moments, parts and bins ascending, else the first measure
 * descending. Nulls sort last; ties sort by dimension values, ascending.
 */
export const query = z.object({
  dataset: z.string().max(100),
  joins: z.array(join).max(20).default([]),
  calculations: z.array(calculation).max(100).default([]),
  dimensions: z.array(dimension).max(mostOf.dimensions).default([]),
  measures: z.array(measure).max(mostOf.measures).default([]),
  columns: z.array(columnName).max(mostOf.columns).default([]),
  /** Puts a statistic of the listed rows, as a table of figures, in their place; `columns` are those that it takes. */
  statistic: z.enum(rowStatisticIds).optional(),
  filters: z.array(filter).max(mostOf.filters).default([]),
  top: z.array(top).max(8).default([]),
  /** If given, dimensions and measures are of these groups of rows. */
  groups: groups.optional(),
  /** Filters the computed groups; its columns are those of the result. */
  having: z.array(filter).max(20).default([]),
  sort: z.array(sort).max(8).default([]),
  limit: z.int().min(1).max(100_000).default(10_000),
  offset: z.int().min(0).default(0),
  compare: comparison.optional(),
  /** The result name of the dimension whose values become columns. */
  pivot: columnName.optional(),
  /**
   * Time zone in which an instant has its date and hour, such as `Europe/Berlin`; date columns have none. If omitted,
   * this and the next two come from the model.
   */
  timeZone: z.string().min(1).max(64).optional(),
  weekStart: z.enum(weekDays).optional(),
  /** First month of the fiscal year and its quarters, 1 to 12. */
  fiscalYearStart: z.int().min(1).max(12).optional(),
})
export type Query = z.infer<typeof query>

/** A Query as people and programs write it; fields with defaults may be omitted. */
export type QueryInput = z.input<typeof query>

/** True if the Query lists rows instead of grouping them. Public links refuse such Queries. */
export const listsRows = (asked: Query): boolean => asked.columns.length > 0
