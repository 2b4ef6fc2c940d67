import type { IngestReport } from '#core/ingest/ingest-report.ts'
import { oddRowsSentence } from '#core/ingest/odd-rows-sentence.ts'
import type { ColumnProfile, Profile } from '#core/profile/profile.ts'
import type { ColumnType } from '#core/table/table.ts'
import { count, percent } from '../../ui/figures.ts'

export const typeWords: Record<ColumnType, string> = {
  boolean: 'yes or no',
  integer: 'whole number',
  decimal: 'number',
  date: 'date',
  timestamp: 'date and time',
  duration: 'duration',
  text: 'text',
}

const separators: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }

const counted = (number: number, one: string, many: string): string => `${count(number)} ${number === 1 ? one : many}`

/** The origin of the rows: text, or a part of a file. */
function sourceInWords({ encoding, delimiter, part }: IngestReport): string {
  if (delimiter === null) return part === undefined ? 'were read' : `were read from “${part}”`
  return `were read as ${encoding} text, parted by ${separators[delimiter] ?? `“${delimiter}”`}`
}

/** Lines of the file that are not rows; 0 for files that are not text. */
const linesAside = ({ found }: IngestReport): number =>
  Object.values(found?.aside.counts ?? {}).reduce((sum, lines) => sum + lines, 0)

/** How the file was read, in sentences. */
export function ingestSentences(ingest: IngestReport, columns: number): readonly string[] {
  const { rowsRead, hasHeader, notes, oddRows, delimiter } = ingest
  // An odd row of text is kept; an odd line of JSON is omitted.
  const isAll = delimiter !== null || oddRows === 0
  const odd = oddRowsSentence(ingest)
  const aside = linesAside(ingest)
  const kept =
    aside === 0
      ? ' Every row was kept.'
      : ` Every row was kept; ${counted(aside, 'line that is no row is', 'lines that are no rows are')} listed below.`
  return [
    `${counted(rowsRead, 'row', 'rows')} in ${counted(columns, 'column', 'columns')} ${sourceInWords(ingest)}.${isAll ? kept : ''}`,
    hasHeader
      ? 'The names of the columns are from the file.'
      : 'No line of names was found, so the columns were numbered.',
    ...(odd === null ? [] : [odd]),
    ...notes,
  ]
}

/** Columns with odd cells, most first. */
export const oddColumns = (profile: Profile): readonly ColumnProfile[] =>
  profile.columns.filter(({ oddCount }) => oddCount > 0).sort((a, b) => b.oddCount - a.oddCount)

/** Number of empty cells: `none`, `120 (3.4 %)`. */
export function nullsInWords(nulls: number, rows: number): string {
  return nulls === 0 ? 'none' : `${count(nulls)} (${percent(rows === 0 ? 0 : nulls / rows)})`
}

/** Number of distinct values; estimates have a tilde. */
export const distinctInWords = ({ count: number, exact }: ColumnProfile['distinct']): string =>
  `${exact ? '' : '~ '}${count(number)}`
