import type { Sql } from '../sql.ts'

/** Formula constructs of one database that `Dialect` does not cover. */
export type Own = {
  /** True if a condition is a value; otherwise it is wrapped in CASE. */
  readonly hasConditionValues: boolean
  /** Turns infinity and NaN into null; null if the database raises an error on overflow. */
  readonly finite: ((number: Sql) => Sql) | null
  readonly naturalLogarithm: (number: Sql) => Sql
  readonly logarithm: (number: Sql) => Sql
  readonly power: (base: Sql, exponent: Sql) => Sql
  /** Concatenates; null if an argument is null. */
  readonly concat: (parts: readonly Sql[]) => Sql
  readonly upper: (text: Sql) => Sql
  readonly lower: ((text: Sql) => Sql) | null
  /** Trims blanks, tabs and line breaks at both ends. */
  readonly trim: (text: Sql) => Sql
  /** Length in code points. */
  readonly length: (text: Sql) => Sql
  /** Code points from `start` (at least 1); `length` of them, or all. Both are integers. */
  readonly substring: (text: Sql, start: Sql, length: Sql | null) => Sql
  /** Converts a character count to the type that text functions take; null if any integer type works. */
  readonly count: ((number: Sql) => Sql) | null
  /** Position in code points; 0 if absent. */
  readonly place: ((text: Sql, search: Sql) => Sql) | null
  readonly splitPart: (text: Sql, separator: Sql, part: Sql) => Sql
  /** Adds months to any date, clamped to the end of the month; null if it must be composed. */
  readonly addMonths: ((date: Sql, months: Sql) => Sql) | null
  /** True if dates outside the years 1 to 9999 exist and must become null. */
  readonly hasFarDates: boolean
  /** Conditions: the text has the shape of a number or of a date. */
  readonly isNumberText: (text: Sql) => Sql
  readonly isDateText: (text: Sql) => Sql
  readonly numberOfText: (text: Sql) => Sql
  /**
   * Converts text of date shape: `try` yields null for an invalid date; otherwise it is built from its three numbers.
   */
  readonly dateOfText:
    | { readonly kind: 'tried'; readonly date: (text: Sql) => Sql }
    | { readonly kind: 'made'; readonly number: (text: Sql) => Sql }
  /** Formats a number with at most six decimals and without trailing zeros. */
  readonly textOfNumber: (number: Sql) => Sql
  readonly textOfWhole: (number: Sql) => Sql
  readonly textOfDate: (date: Sql) => Sql
  readonly textOfTimestamp: (timestamp: Sql) => Sql
}
