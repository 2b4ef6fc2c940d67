import type { ReadChoices } from '../choices.ts'
import { encodingOf } from '../encoding/detect-encoding.ts'
import type { AsidePart, TextFindings } from '../ingest-report.ts'
import { nameColumns } from '../name-columns.ts'
import { AsideLines, partAt } from '../layout/aside-lines.ts'
import { type Bounds, boundsOf, endedAt } from '../layout/bounds.ts'
import { namesIn } from '../layout/find-header.ts'
import { findingsOf } from './findings.ts'
import { beginningOf, layOut, layOutTable } from './lay-out.ts'
import type { Layout } from './layout.ts'
import { afterLines, lineFeedsOnly } from './lines.ts'
import { Outline } from '../layout/outline.ts'
import { ColumnSums, totalsLine } from '../layout/totals.ts'
import { TokenRecords } from './token-records.ts'
import { sampleOf } from './sample.ts'
import { Tokenizer } from './tokenizer.ts'

/** One record, or one line that is none, as text. */
export type PreviewRecord = {
  /** From 1. */
  readonly line: number
  readonly part: 'header' | 'row' | AsidePart
  /** As the file has them: of a row, more or fewer than there are columns where it is odd. */
  readonly cells: readonly string[]
}

/** How a text file would be read. */
export type TextPreview = {
  readonly found: TextFindings
  /** The columns by the names they would get. */
  readonly names: readonly string[]
  /** The first records and lines, in the order of the file. */
  readonly records: readonly PreviewRecord[]
}

type Text = { readonly bytes: Uint8Array; readonly isWhole: boolean }

function outlineOf({ bytes, isWhole }: Text, { dialect, headerRecords }: Layout): Outline {
  const outline = new Outline(headerRecords.length)
  const tokens = new Tokenizer(dialect)
  const table = bytes.slice(afterLines(bytes, dialect.skippedLines, dialect.newline))
  tokens.cut(table, table.length, isWhole)
  outline.observe(new TokenRecords(headerRecords[0]).of(table, tokens))
  return outline
}

/** Where the table stands, as far as the beginning shows it. */
function boundsIn(text: Text, layout: Layout, choices: ReadChoices): Bounds {
  const { bounds, possibleTotals } = boundsOf(outlineOf(text, layout), choices, text.isWhole)
  const [first] = possibleTotals
  if (first === undefined) return bounds
  const sums = new ColumnSums(choices.decimal ?? 'point')
  const { records } = sampleOf(text.bytes, layout.dialect, text.isWhole)
  for (const { line, cells } of records.slice(layout.headerRecords.length)) if (line < first.line) sums.addRow(cells)
  return endedAt(bounds, totalsLine(possibleTotals, sums))
}

/** The layout of the table that is to be read, which may not be the first, nor all. */
function settled(text: Text, first: Layout, choices: ReadChoices): Layout {
  const bounds = boundsIn(text, first, choices)
  const line = bounds.tables[bounds.table]?.line ?? 1
  const from = bounds.table === 0 ? 0 : afterLines(text.bytes, line - 1, first.dialect.newline)
  const beginning = { text: text.bytes.subarray(from), isWhole: text.isWhole, encoding: first.encoding }
  return bounds.table === 0 && bounds.endLine === Number.POSITIVE_INFINITY
    ? { ...first, bounds }
    : layOutTable(beginning, first, bounds, choices)
}

const decoder = new TextDecoder()

/** The lines above the table that hold anything. */
function skippedLines({ bytes }: Text, { dialect, bounds }: Layout): PreviewRecord[] {
  const above = decoder.decode(bytes.subarray(0, afterLines(bytes, dialect.skippedLines, dialect.newline)))
  return above
    .split(dialect.newline === 'cr' ? '\r' : /\r?\n/)
    .map((text, at) => ({ line: at + 1, part: partAt(bounds.parts, at + 1), cells: [text] }))
    .filter(({ cells: [text = ''] }) => text.trim() !== '')
}

/** Everything from the table on. */
function recordsOf({ bytes, isWhole }: Text, { dialect, headerRecords, bounds }: Layout): PreviewRecord[] {
  const { records, comments } = sampleOf(bytes, dialect, isWhole)
  const cut = records.flatMap(({ line, cells, isBlank }, at): PreviewRecord[] => {
    if (at < headerRecords.length) return [{ line, part: 'header', cells }]
    if (line >= bounds.endLine) return [{ line, part: partAt(bounds.parts, line), cells }]
    if (bounds.repeated.has(line)) return [{ line, part: 'repeated header', cells }]
    return isBlank ? [] : [{ line, part: 'row', cells }]
  })
  const said = comments.map(({ line, text }): PreviewRecord => ({ line, part: 'comment', cells: [text] }))
  return said.length === 0 ? cut : [...cut, ...said].toSorted((a, b) => a.line - b.line)
}

function asideOf(records: readonly PreviewRecord[], delimiter: string): TextFindings['aside'] {
  const aside = new AsideLines()
  for (const { line, part, cells } of records) {
    if (part !== 'header' && part !== 'row') aside.add(part, line, () => cells.join(delimiter))
  }
  return aside.found
}

/**
 * How a text file would be read under some choices, by its first bytes (256 KB are plenty): at once, for a person who tries
 * them out. `isWhole`: there are no more bytes. What is found only on the whole file, such as a footer, may be missing.
 */
export function previewText(
  head: Uint8Array,
  isWhole: boolean,
  { choices = {}, atMost = 100 }: { readonly choices?: ReadChoices; readonly atMost?: number } = {},
): TextPreview {
  const beginning = beginningOf(head, isWhole, encodingOf(head, choices.encoding))
  const first = layOut(beginning, choices)
  const bytes = first.dialect.newline === 'mixed' ? lineFeedsOnly(beginning.text) : beginning.text
  const text = { bytes, isWhole: beginning.isWhole }
  const layout = settled(text, first, choices)
  const records = [...skippedLines(text, layout), ...recordsOf(text, layout)]
  return {
    found: findingsOf(layout, asideOf(records, layout.dialect.delimiter), choices),
    names: nameColumns(namesIn(layout.headerRecords), layout.width).names,
    records: records.slice(0, atMost),
  }
}
