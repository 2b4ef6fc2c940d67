import type { AsidePart, FilePart, IngestReport, TextFindings } from '#core/ingest/ingest-report.ts'
import { oddRowsSentence } from '#core/ingest/odd-rows-sentence.ts'

const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
  ' ': 'space',
  '  ': 'space',
}

/** How a file is written: `UTF-8, comma-delimited, with header`. */
export function formOf({ encoding, delimiter, hasHeader }: IngestReport): string {
  const form = delimiter === null ? '' : `, ${delimiterNames[delimiter] ?? delimiter}-delimited`
  return `${encoding}${form}, ${hasHeader ? 'with' : 'without'} header`
}

const longestLine = 200
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, longestLine)
const inFull = (lines: readonly string[], count: number): readonly string[] =>
  count > lines.length ? [...lines, `  … and ${(count - lines.length).toLocaleString('en-US')} more`] : lines

function oddRowLines(report: IngestReport): readonly string[] {
  const sentence = oddRowsSentence(report)
  if (sentence === null) return []
  const examples = report.oddRowExamples.map(
    ({ line, cells, text }) => `  line ${line}, ${cells} cells: ${oneLine(text)}`,
  )
  return [sentence, ...inFull(examples, report.oddRows)]
}

const partWords: Readonly<Record<AsidePart, readonly [one: string, many: string]>> = {
  skipped: ['line above the table', 'lines above the table'],
  comment: ['comment', 'comments'],
  'repeated header': ['repeated header', 'repeated headers'],
  footer: ['line of notes or totals below the table', 'lines of notes or totals below the table'],
  'other table': ['line of another table', 'lines of other tables'],
}

const partCount = (part: AsidePart, count: number): string => `${count} ${partWords[part][count === 1 ? 0 : 1]}`

/** Lines of the file that are not rows, by kind. */
function asideLines({ aside: { counts, examples } }: TextFindings): readonly string[] {
  const parts = (Object.keys(partWords) as AsidePart[]).filter((part) => counts[part] > 0)
  if (parts.length === 0) return []
  const total = parts.reduce((sum, part) => sum + counts[part], 0)
  const lines = examples.map(({ line, part, text }) => `  line ${line}, ${part}: ${oneLine(text)}`)
  return [
    `Not in the table: ${parts.map((part) => partCount(part, counts[part])).join(', ')}.`,
    ...inFull(lines, total),
  ]
}

const tableLines = ({ tables, table }: TextFindings): readonly string[] =>
  tables.length < 2
    ? []
    : tables.map(
        ({ line, rows, columns, names }, place) =>
          `  ${place === table.value ? '*' : ' '} table ${place}, line ${line}: ${rows} rows, ${columns} columns (${names})`,
      )

/** Reasons for the detected layout. */
function reasons(found: TextFindings): readonly string[] {
  const { encoding, delimiter, escape, newline, comment, skippedLines, headerRows, table } = found
  const all = [encoding, delimiter, escape, newline, comment, skippedLines, headerRows, table]
  return all.map(({ why }) => why).filter((why) => why !== null)
}

function partText({ name, rows, columns, hasMoreRows, isHidden }: FilePart): string {
  const size = [
    rows === undefined ? null : `${hasMoreRows ? 'more than ' : ''}${rows.toLocaleString('en-US')} rows`,
    columns === undefined ? null : `${columns} columns`,
    isHidden ? 'hidden' : null,
  ].filter((text) => text !== null)
  return size.length === 0 ? `“${name}”` : `“${name}”: ${size.join(', ')}`
}

function partLines({ parts = [], part }: IngestReport): readonly string[] {
  if (parts.length < 2 || part === undefined) return []
  return [
    `Read from “${part}”, one of ${parts.length}; another is read with --sheet:`,
    ...parts.map((one, place) => `  ${one.name === part ? '*' : ' '} ${place}  ${partText(one)}`),
  ]
}

/** An ingest report as terminal text. */
export function describeReading(report: IngestReport): readonly string[] {
  const { found, notes } = report
  return [
    ...partLines(report),
    ...(found === undefined ? [] : [...reasons(found), ...tableLines(found)]),
    ...oddRowLines(report),
    ...(found === undefined ? [] : asideLines(found)),
    ...notes,
  ]
}
