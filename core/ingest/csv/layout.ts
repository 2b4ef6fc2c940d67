import type { DetectedEncoding } from '../encoding/detect-encoding.ts'
import type { FoundTable } from '../ingest-report.ts'
import type { Parts } from './aside-lines.ts'
import type { ColumnShapes } from './column-shapes.ts'
import type { Dialect } from './dialect.ts'

/** How the text of one file is to be cut. */
export type Layout = {
  readonly encoding: DetectedEncoding
  readonly dialect: Dialect
  /** What ends its lines, as it is called. */
  readonly newline: 'LF' | 'CRLF' | 'CR' | 'mixed'
  /** The records that hold the names of the columns. */
  readonly headerRecords: readonly (readonly string[])[]
  /** Names as the file has them, by place; none where it has none. */
  readonly headers: readonly string[]
  readonly width: number
  /** The number of cells that most records have, trailing delimiters included. */
  readonly usual: number
  /** What the cells of each column look like. */
  readonly shapes: ColumnShapes
  readonly bounds: Bounds
}

/** Where in the file the table stands, beside what it skips. */
export type Bounds = {
  /** The line from which on nothing belongs to the table; infinite where all does. */
  readonly endLine: number
  /** What the lines before and after the table are. */
  readonly parts: Parts
  /** Lines on which the header stands once more. */
  readonly repeated: ReadonlySet<number>
  /** Which of the file's tables this is. */
  readonly table: number
  readonly tables: readonly FoundTable[]
}

export const wholeFile: Bounds = {
  endLine: Number.POSITIVE_INFINITY,
  parts: [{ line: 1, part: 'skipped' }],
  repeated: new Set(),
  table: 0,
  tables: [],
}
