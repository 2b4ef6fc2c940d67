import type { DetectedEncoding } from '../encoding/detect-encoding.ts'
import type { Bounds } from '../layout/bounds.ts'
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
