import type { ReadChoices } from '#core/ingest/choices.ts'
import { encodings } from '#core/ingest/encoding/registry.ts'
import type { IngestReport, TextFindings } from '#core/ingest/ingest-report.ts'
import type { Option } from './choice.tsx'

/** One reading choice as a list of options; option values are strings, as in HTML lists. */
export type Decision = {
  readonly key: keyof ReadChoices
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  readonly why: string | null
  /** Converts an option value to a choice. */
  readonly read: (text: string) => ReadChoices[keyof ReadChoices]
}

const asText = (text: string): string => text

const delimiters: readonly Option[] = [
  { value: ',', text: 'Comma ,' },
  { value: ';', text: 'Semicolon ;' },
  { value: '\t', text: 'Tab' },
  { value: '|', text: 'Vertical bar |' },
  { value: ' ', text: 'Space' },
  { value: ':', text: 'Colon :' },
  { value: '^', text: 'Caret ^' },
  { value: '~', text: 'Tilde ~' },
]

const quotes: readonly Option[] = [
  { value: '"', text: 'Double quotes "' },
  { value: "'", text: "Single quotes '" },
  { value: '', text: 'Nothing is quoted' },
]

const escapes: readonly Option[] = [
  { value: 'doubled', text: 'The quote twice ""' },
  { value: 'backslash', text: 'A backslash before it \\"' },
]

const comments: readonly Option[] = [
  { value: '', text: 'No comments' },
  { value: '#', text: 'Lines with #' },
  { value: '//', text: 'Lines with //' },
  { value: '%', text: 'Lines with %' },
  { value: ';', text: 'Lines with ;' },
]

const upTo = (most: number, say: (number: number) => string): readonly Option[] =>
  Array.from({ length: most + 1 }, (_, number) => ({ value: String(number), text: say(number) }))

const headerOptions = upTo(5, (rows) => (rows === 0 ? 'No row of names' : rows === 1 ? 'One row' : `${rows} rows`))
const skipOptions = upTo(40, (lines) => (lines === 0 ? 'None' : String(lines)))

const encodingOptions: readonly Option[] = Object.entries(encodings).map(([value, { title }]) => ({
  value,
  text: title,
}))

/** Choices for a text file. */
export function textDecisions(found: TextFindings): readonly Decision[] {
  const { encoding, delimiter, quote, escape, comment, skippedLines, headerRows, table, tables } = found
  const tableOptions = tables.map(({ line, names, rows }, at) => ({
    value: String(at),
    text: `From line ${line}, ${rows} rows: ${names.slice(0, 40)}`,
  }))
  return [
    { key: 'encoding', label: 'Encoding', ...encoding, options: encodingOptions, read: asText },
    { key: 'delimiter', label: 'Between cells', ...delimiter, options: delimiters, read: asText },
    { key: 'quote', label: 'Around cells', ...quote, options: quotes, read: (text) => text as '"' | "'" | '' },
    {
      key: 'escape',
      label: 'A quote inside a cell',
      ...escape,
      options: escapes,
      read: (text) => text as 'doubled' | 'backslash',
    },
    {
      key: 'skippedLines',
      label: 'Lines above the table',
      value: String(skippedLines.value),
      why: skippedLines.why,
      options: skipOptions,
      read: Number,
    },
    {
      key: 'headerRows',
      label: 'Rows of names',
      value: String(headerRows.value),
      why: headerRows.why,
      options: headerOptions,
      read: Number,
    },
    { key: 'comment', label: 'Comments', ...comment, options: comments, read: asText },
    ...(tables.length > 1
      ? [
          {
            key: 'table' as const,
            label: 'Which table',
            value: String(table.value),
            why: table.why,
            options: tableOptions,
            read: Number,
          },
        ]
      : []),
  ]
}

/** The part to read: a workbook's sheet or a database's table. */
export function partDecisions({ parts = [], part }: IngestReport, chosen: ReadChoices): readonly Decision[] {
  if (parts.length === 0) return []
  const options = parts.map(({ name, rows, isHidden }) => ({
    value: name,
    text: `${name}${rows === undefined ? '' : `, ${rows} rows`}${isHidden ? ' (hidden)' : ''}`,
  }))
  return [
    {
      key: 'sheet',
      label: 'Which part of the file',
      value: String(chosen.sheet ?? part ?? ''),
      options,
      why: parts.length === 1 ? 'The file has one.' : `The file has ${parts.length}.`,
      read: asText,
    },
  ]
}

const leave: Option = { value: '', text: 'As the values show' }

/** Whether a table with a column for each period stays so. */
export function formDecisions({ periods }: IngestReport, chosen: ReadChoices): readonly Decision[] {
  if (periods === undefined) return []
  const period = periods.period.toLowerCase()
  return [
    {
      key: 'long',
      label: 'Form of the table',
      value: chosen.long === true ? 'long' : 'wide',
      options: [
        { value: 'wide', text: `As it stands: a column for each ${period}` },
        { value: 'long', text: `Long: a row for each ${period}` },
      ],
      why: `${periods.columns.length} columns are ${period}s.`,
      read: (text) => (text === 'long' ? true : undefined),
    },
  ]
}

/** Choices for the values of any file. */
export function valueDecisions(chosen: ReadChoices): readonly Decision[] {
  return [
    {
      key: 'decimal',
      label: 'Decimals',
      value: chosen.decimal ?? '',
      options: [leave, { value: 'point', text: 'Point 1,234.5' }, { value: 'comma', text: 'Comma 1.234,5' }],
      why: null,
      read: (text) => (text === 'point' || text === 'comma' ? text : undefined),
    },
    {
      key: 'dayFirst',
      label: 'Dates in numbers',
      value: chosen.dayFirst === undefined ? '' : String(chosen.dayFirst),
      options: [leave, { value: 'true', text: 'Day first 31/12' }, { value: 'false', text: 'Month first 12/31' }],
      why: null,
      read: (text) => (text === '' ? undefined : text === 'true'),
    },
  ]
}
