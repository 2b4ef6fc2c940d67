import type { ReadChoices } from '../choices.ts'
import type { DetectedEncoding } from '../encoding/detect-encoding.ts'
import { sampleText } from '../encoding/text-bytes.ts'
import { ColumnShapes } from './column-shapes.ts'
import { detectDialect } from './detect-dialect.ts'
import type { Dialect } from './dialect.ts'
import { headerRowsOf, leadingRecords, namesIn } from '../layout/find-header.ts'
import { type Bounds, wholeFile } from '../layout/bounds.ts'
import type { Layout } from './layout.ts'
import { afterLines, lineFeedsOnly, newlineTitle } from './lines.ts'
import { sampleOf } from './sample.ts'

type Records = readonly (readonly string[])[]

/** The number of cells that most records have. */
function usualWidth(rows: Records, otherwise: number): number {
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [otherwise, 0])[0]
}

/** Where next to no row has as many cells as there are columns, the number that most have is as good. */
const fewEven = 0.05

function usualCount(rows: Records, width: number): number {
  const even = rows.filter(({ length }) => length === width).length
  return even > rows.length * fewEven ? width : usualWidth(rows, width)
}

const isNamed = (header: readonly string[]): boolean =>
  header.length > 1 && header.every((name) => name.trim() !== '') && new Set(header).size === header.length

/** Words parted by spaces break cells as often as they part them; then the header says how many columns there are. */
const bySpaces = 0.1

/** How many columns a table has: as many as most rows have cells, or the header where that is more. */
function widthOf(header: readonly string[], rows: Records, delimiter: string): number {
  const usual = usualWidth(rows, header.length)
  if (usual <= header.length || header.length === 0) return Math.max(usual, header.length, 1)
  const even = rows.filter(({ length }) => length === header.length).length
  if (delimiter === ' ' && isNamed(header) && even >= rows.length * bySpaces) return header.length
  return usual
}

/** Cells after the header's last that are empty in every sampled record are no columns but trailing delimiters. */
function withoutTrailing(rows: Records, header: number, width: number): number {
  if (header === 0) return width
  let kept = width
  while (kept > header && rows.every((cells) => (cells[kept - 1] ?? '') === '')) kept--
  return kept
}

/** Lines before the first record of the table, by the record. */
function skippedBy(text: Uint8Array, isWhole: boolean, dialect: Dialect): number {
  const { records } = sampleOf(text, dialect, isWhole)
  const lead = leadingRecords(records.map(({ cells }) => cells))
  return lead === 0 ? dialect.skippedLines : (records[lead]?.line ?? 1) - 1
}

/** The beginning of a text, in UTF-8. */
export type Beginning = {
  readonly text: Uint8Array
  readonly isWhole: boolean
  readonly encoding: DetectedEncoding
}

/** Of the beginning of a file, so much is cut into records to find the layout; in bytes of UTF-8. */
export const sampleSize = 1 << 17

/** What is examined of the first bytes of a file. */
export function beginningOf(head: Uint8Array, isWhole: boolean, encoding: DetectedEncoding): Beginning {
  const text = sampleText(head, encoding).subarray(0, sampleSize)
  return { text, isWhole: isWhole && text.length < sampleSize, encoding }
}

/** How the text is to be cut, by its beginning. */
export function layOut({ text, isWhole, encoding }: Beginning, choices: ReadChoices): Layout {
  const found = detectDialect(text, isWhole, choices)
  const unified = found.newline === 'mixed' ? lineFeedsOnly(text) : text
  const skippedLines = choices.skippedLines ?? skippedBy(unified, isWhole, found)
  const dialect = { ...found, skippedLines }
  const records = sampleOf(unified, dialect, isWhole).records.map(({ cells }) => cells)
  const headerRecords = records.slice(0, headerRowsOf(records, choices))
  const headers = namesIn(headerRecords)
  const rows = records.slice(headerRecords.length)
  const width = withoutTrailing(rows, headers.length, widthOf(headers, rows, dialect.delimiter))
  return {
    encoding,
    dialect,
    newline: newlineTitle(text, dialect.newline),
    headerRecords,
    headers,
    width,
    usual: usualCount(rows, width),
    shapes: new ColumnShapes(rows, width),
    bounds: wholeFile,
  }
}

/**
 * How one of several tables is to be cut, or one that does not reach the end of its file. `text` begins where the table
 * does, or, for the first one, where the file does.
 */
export function layOutTable(beginning: Beginning, before: Layout, bounds: Bounds, choices: ReadChoices): Layout {
  const isFirst = bounds.table === 0
  const above = isFirst ? 0 : (bounds.tables[bounds.table]?.line ?? 1) - 1
  const { text } = beginning
  const isBounded = bounds.endLine !== Number.POSITIVE_INFINITY
  const length = isBounded ? afterLines(text, bounds.endLine - 1 - above, before.dialect.newline) : text.length
  const own = { ...beginning, text: text.subarray(0, length), isWhole: beginning.isWhole || length < text.length }
  const layout = layOut(own, isFirst ? choices : { ...choices, skippedLines: 0 })
  const { dialect } = layout
  const newline = before.dialect.newline === 'mixed' ? 'mixed' : dialect.newline
  return { ...layout, dialect: { ...dialect, newline, skippedLines: dialect.skippedLines + above }, bounds }
}
