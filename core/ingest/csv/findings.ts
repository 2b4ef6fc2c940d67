import type { ReadChoices } from '../choices.ts'
import type { Found, TextFindings } from '../ingest-report.ts'
import type { Layout } from './layout.ts'
import { ownValue } from '../../own-value.ts'

const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
  ':': 'colons',
  ' ': 'spaces',
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`

const chosen = 'You chose this.'

/** A value, with why it was taken: because a person chose it, or what the file shows. */
function found<Value>(value: Value, isChosen: boolean, why: string | null): Found<Value> {
  return { value, why: isChosen ? chosen : why }
}

function whyDelimiter({ dialect, width }: Layout): string {
  const name = ownValue(delimiterNames, dialect.delimiter) ?? `“${dialect.delimiter}”`
  if (dialect.isAligned) return `Spaces set the cells under each other in ${count(width, 'column', 'columns')}.`
  return width === 1
    ? 'No delimiter makes an even table of more than one column.'
    : `Cells parted by ${name} make the most even table: ${count(width, 'column', 'columns')}.`
}

function whyHeader({ headerRecords }: Layout): string {
  if (headerRecords.length === 0) return 'The first row looks like the rows below it.'
  return headerRecords.length === 1
    ? 'The first row differs from the rows below it.'
    : `The first ${headerRecords.length} rows name the columns; their words are joined.`
}

function whyTable({ bounds: { table, tables } }: Layout, wanted: number | undefined): string | null {
  if (tables.length < 2) return wanted === undefined || wanted === 0 ? null : 'The file has one table only.'
  const size = `The file has ${tables.length} tables`
  if (wanted !== undefined && wanted >= tables.length) return `${size} only.`
  return table === 0 ? `${size}; this is the first.` : `${size}; this is the largest.`
}

/** What a reading found about how its file is written. */
export function findingsOf(layout: Layout, aside: TextFindings['aside'], choices: ReadChoices): TextFindings {
  const { dialect, bounds, encoding, headerRecords, newline } = layout
  const { comment, skippedLines } = dialect
  const isTable = choices.table !== undefined && choices.table === bounds.table
  return {
    encoding: found(encoding.id, choices.encoding === encoding.id, encoding.why),
    delimiter: found(dialect.delimiter, choices.delimiter !== undefined, whyDelimiter(layout)),
    quote: found(dialect.quote, choices.quote !== undefined, null),
    escape: found(
      dialect.escape,
      choices.escape !== undefined,
      dialect.escape === 'backslash' ? 'Backslashes stand before quotes within cells.' : null,
    ),
    newline: found(newline, false, newline === 'mixed' ? 'Lines end in different ways.' : null),
    comment: found(
      comment,
      choices.comment !== undefined,
      comment === '' ? null : `Lines that begin with “${comment}” look unlike the rows.`,
    ),
    skippedLines: found(
      skippedLines,
      choices.skippedLines !== undefined,
      skippedLines === 0 ? null : `The table begins on line ${skippedLines + 1}; what stands above is no part of it.`,
    ),
    headerRows: found(headerRecords.length, choices.headerRows !== undefined, whyHeader(layout)),
    table: found(bounds.table, isTable && bounds.tables.length > 1, whyTable(layout, choices.table)),
    tables: bounds.tables,
    aside,
  }
}
