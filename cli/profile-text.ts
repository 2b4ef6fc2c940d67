import { writeDuration } from '#core/table/duration.ts'
import { describeReading, formOf } from './reading-text.ts'
import type { ColumnProfile, Histogram, NumberProfile, Profile } from '#core/profile/profile.ts'

const blocks = '▁▂▃▄▅▆▇█'

/** A histogram in block characters; an empty bin is a blank. */
function sparkline({ counts }: Histogram): string {
  const most = Math.max(...counts, 1)
  return counts
    .map((count) => (count === 0 ? ' ' : (blocks[Math.ceil((count / most) * blocks.length) - 1] ?? ' ')))
    .join('')
}

const wholeNumber = (value: number): string => value.toLocaleString('en-US')

const number = (value: number): string =>
  Math.abs(value) >= 1e15
    ? value.toExponential(3)
    : value.toLocaleString(
        'en-US',
        Math.abs(value) >= 1000 ? { maximumFractionDigits: 1 } : { maximumSignificantDigits: 4 },
      )

const moment = (value: number): string => new Date(value).toISOString().slice(0, 10)

function describeNumbers(column: ColumnProfile, numbers: NumberProfile): string {
  const isMoment = column.type === 'date' || column.type === 'timestamp'
  const write = isMoment ? moment : column.type === 'duration' ? writeDuration : number
  const range = `${write(numbers.min)} … ${write(numbers.max)}`
  const centre = isMoment
    ? `median ${write(numbers.quartiles[1])}`
    : `mean ${write(numbers.mean)}, median ${write(numbers.quartiles[1])}`
  return `${sparkline(numbers.histogram)}  ${range}, ${centre}`
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ')

function describeColumn(column: ColumnProfile): string {
  if (column.numbers !== null) return describeNumbers(column, column.numbers)
  if (column.top.length > 0)
    return column.top
      .slice(0, 5)
      .map(({ value, count }) => `${oneLine(value)} ${wholeNumber(count)}`)
      .join(' · ')
  if (column.text !== null) return `texts of ${column.text.shortest} to ${column.text.longest} characters`
  return 'nothing'
}

const cut = (text: string, width: number): string =>
  text.length <= width ? text : `${text.slice(0, Math.max(1, width - 1))}…`

/** Aligns cells in columns; numbers to the right, the last column unpadded. */
function align(rows: readonly (readonly string[])[], rightAligned: ReadonlySet<number>, width: number): string[] {
  const widths = (rows[0] ?? []).map((_, place) => Math.max(...rows.map((row) => (row[place] ?? '').length)))
  return rows.map((row) =>
    cut(
      row
        .map((cell, place) =>
          rightAligned.has(place) ? cell.padStart(widths[place] ?? 0) : cell.padEnd(widths[place] ?? 0),
        )
        .join('  ')
        .trimEnd(),
      width,
    ),
  )
}

const plural = (count: number, one: string): string => `${wholeNumber(count)} ${count === 1 ? one : `${one}s`}`

function heading(name: string, { rows, columns, ingest }: Profile): string {
  return `${name}: ${plural(rows, 'row')}, ${plural(columns.length, 'column')} (${formOf(ingest)})`
}

const longestName = 32
const strongest = 0.5

/** A profile as terminal text. */
export function describeProfile(name: string, profile: Profile, width: number): string[] {
  const rows = profile.columns.map((column) => [
    cut(oneLine(column.name), longestName),
    column.unit === undefined ? column.type : `${column.type} ${column.unit}`,
    wholeNumber(column.nulls),
    wholeNumber(column.oddCount),
    `${column.distinct.exact ? '' : '~'}${wholeNumber(column.distinct.count)}`,
    describeColumn(column),
  ])
  const strong = profile.correlations
    .filter(({ r }) => Math.abs(r) >= strongest)
    .sort((a, b) => Math.abs(b.r) - Math.abs(a.r))
    .slice(0, 5)
  const reading = describeReading(profile.ingest)
  return [
    heading(name, profile),
    '',
    ...align([['column', 'type', 'nulls', 'odd', 'distinct', 'values'], ...rows], new Set([2, 3, 4]), width),
    ...(strong.length > 0
      ? ['', 'Correlations', ...strong.map(({ a, b, r }) => `  ${a} ~ ${b}  ${r.toFixed(3)}`)]
      : []),
    ...(reading.length > 0 ? ['', 'Reading', ...reading.map((line) => `  ${line}`)] : []),
  ]
}
