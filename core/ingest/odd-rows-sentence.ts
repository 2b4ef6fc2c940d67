import type { IngestReport } from './ingest-report.ts'

const rowsHave = (count: number): string => (count === 1 ? '1 row has' : `${count.toLocaleString('en-US')} rows have`)
const linesWere = (count: number): string =>
  count === 1 ? '1 line was' : `${count.toLocaleString('en-US')} lines were`

/** What became of the rows that do not fit the table; null where all fit. */
export function oddRowsSentence({ oddRows, delimiter }: Pick<IngestReport, 'oddRows' | 'delimiter'>): string | null {
  if (oddRows === 0) return null
  return delimiter === null
    ? `${linesWere(oddRows)} damaged and could not be read; no row stands for ${oddRows === 1 ? 'it' : 'them'}.`
    : `${rowsHave(oddRows)} more or fewer cells than the header: missing cells are empty, surplus ones are kept.`
}
