/** How a delimited file is written. */
export type Dialect = {
  /** One ASCII character. */
  readonly delimiter: string
  readonly quote: '"' | "'"
  /** How a quote stands inside quotes: doubled, or after a backslash. */
  readonly escape: 'doubled' | 'backslash'
  /** What ends a record: a line feed (a carriage return before it is dropped), or a carriage return alone. */
  readonly newline: 'lf' | 'cr'
  /** Lines before the table that are no part of it. */
  readonly skippedLines: number
}
