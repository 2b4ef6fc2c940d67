import type { Cell, Column, Field } from '../../table/table.ts'

/** How a column is taken: as numbers to compute with, or as values that are compared for equality only. */
export type Taken = 'number' | 'category'

/** A statistic that can stand for the rows of a Query: a table of figures, the one that was asked for first. */
export type RowStatistic = {
  readonly title: string
  /** What each column is taken as; further columns are taken as the last one if it `takesMore`. */
  readonly takes: readonly Taken[]
  readonly takesMore?: true
  readonly fields: readonly Field[]
  /** The rows of the table; none where the figures are undefined. Rows in which a column is unknown are left out. */
  readonly compute: (columns: readonly Column[]) => readonly (readonly Cell[])[]
}

const decimal = (name: string): Field => ({ name, type: 'decimal' })
const whole = (name: string): Field => ({ name, type: 'integer' })

/** Columns of results that several statistics have. */
export const shown = {
  low: decimal('Low (95 %)'),
  high: decimal('High (95 %)'),
  p: decimal('p'),
  freedom: decimal('Degrees of freedom'),
  /** How many rows the figures are of, and how many were read to find them. */
  count: whole('n'),
  read: whole('Rows'),
} as const

/** A column of figures of a result. */
export const figure = decimal
export const countOf = whole
export const wordOf = (name: string): Field => ({ name, type: 'text' })
