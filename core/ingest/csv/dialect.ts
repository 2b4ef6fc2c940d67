/** How a delimited file is written. */
export type Dialect = {
  /** One character, or a few. */
  readonly delimiter: string
  /** The empty string: nothing is quoted. */
  readonly quote: '"' | "'" | ''
  /** How a quote stands inside quotes: doubled, or after a backslash. */
  readonly escape: 'doubled' | 'backslash'
  /**
   * What ends a record: a line feed (a carriage return before it is dropped), a carriage return alone, or now the one and
   * now the other, which reading turns into line feeds.
   */
  readonly newline: 'lf' | 'cr' | 'mixed'
  /** What begins a line that is no record; the empty string: nothing does. */
  readonly comment: string
  /** Are cells set apart by several delimiters in a row, as in tables aligned by spaces? */
  readonly isAligned: boolean
  /** Lines before the table that are no part of it. */
  readonly skippedLines: number
}
