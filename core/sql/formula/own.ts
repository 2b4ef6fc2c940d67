import type { Sql } from '../sql.ts'

/** What formulas say differently in one database, beside what its dialect says. */
export type Own = {
  /** Is a condition a value as well? Otherwise it is put into a CASE. */
  readonly hasConditionValues: boolean
  /** Infinite and no number become null; null where the database itself refuses to overflow. */
  readonly finite: ((number: Sql) => Sql) | null
  readonly naturalLogarithm: (number: Sql) => Sql
  readonly logarithm: (number: Sql) => Sql
  readonly power: (base: Sql, exponent: Sql) => Sql
  /** Of several values none of which is left out for being null. */
  readonly concat: (parts: readonly Sql[]) => Sql
  readonly upper: (text: Sql) => Sql
  readonly lower: ((text: Sql) => Sql) | null
  /** Without blanks, tabs and line breaks at either end. */
  readonly trim: (text: Sql) => Sql
  /** How many code points. */
  readonly length: (text: Sql) => Sql
  /** From a place, at least 1, on; so many code points, or all. Both are whole numbers. */
  readonly substring: (text: Sql, start: Sql, length: Sql | null) => Sql
  /** A number of letters, as functions of text take it; null where any whole number will do. */
  readonly count: ((number: Sql) => Sql) | null
  /** The place in code points; 0 where it is not found. */
  readonly place: ((text: Sql, search: Sql) => Sql) | null
  readonly splitPart: (text: Sql, separator: Sql, part: Sql) => Sql
  /** Adds months to any date, the day staying within its month; null where that must be put together. */
  readonly addMonths: ((date: Sql, months: Sql) => Sql) | null
  /** Do dates beyond the years 1 to 9999 exist, and have to be left out? */
  readonly hasFarDates: boolean
  /** Does a text look as a plain number, or as a date, may do? Conditions. */
  readonly isNumberText: (text: Sql) => Sql
  readonly isDateText: (text: Sql) => Sql
  readonly numberOfText: (text: Sql) => Sql
  /** Text that looks as a date: tried to be read, null where there is no such date, or made of its three numbers. */
  readonly dateOfText:
    | { readonly kind: 'tried'; readonly date: (text: Sql) => Sql }
    | { readonly kind: 'made'; readonly number: (text: Sql) => Sql }
  /** A number of at most six digits after the point, written without zeros at its end. */
  readonly textOfNumber: (number: Sql) => Sql
  readonly textOfWhole: (number: Sql) => Sql
  readonly textOfDate: (date: Sql) => Sql
  readonly textOfTimestamp: (timestamp: Sql) => Sql
}
