import type { Random } from '../random.ts'
import type { OwnCell, OwnTable } from './own-table.ts'

/** How numbers, days and lines of a table are written in a part of the world. */
export type Custom = {
  readonly says: string
  readonly delimiter: string
  readonly newline: string
  readonly number: (value: number) => string
  readonly day: (iso: string) => string
}

const inThrees = (value: number, thousands: string, decimal: string): string => {
  const [whole = '', rest] = String(Math.abs(value)).split('.')
  const parted = whole.replaceAll(/\B(?=(\d{3})+$)/g, thousands)
  return `${value < 0 ? '-' : ''}${parted}${rest === undefined ? '' : decimal + rest}`
}

const parts = (iso: string): readonly string[] => iso.split('-')

export const customs: readonly Custom[] = [
  {
    says: 'German',
    delimiter: ';',
    newline: '\r\n',
    number: (value) => inThrees(value, '.', ','),
    day: (iso) => parts(iso).toReversed().join('.'),
  },
  {
    says: 'French',
    delimiter: ';',
    newline: '\n',
    number: (value) => inThrees(value, '\u00a0', ','),
    day: (iso) => parts(iso).toReversed().join('/'),
  },
  {
    says: 'American',
    delimiter: ',',
    newline: '\n',
    number: (value) => inThrees(value, ',', '.'),
    day: (iso) => [parts(iso)[1], parts(iso)[2], parts(iso)[0]].join('/'),
  },
  {
    says: 'tabs and ISO days',
    delimiter: '\t',
    newline: '\n',
    number: String,
    day: (iso) => iso,
  },
]

const isDay = (cell: OwnCell): cell is string => typeof cell === 'string' && /^\d{4}-\d\d-\d\d$/.test(cell)

/** A table as a file in a custom, dressed with titles, a footer and lines that lack their last, empty cells. */
export function writeAs(
  { header, rows }: OwnTable,
  { delimiter, newline, number, day }: Custom,
  random: Random,
): string {
  const written = (cell: OwnCell): string => {
    const text = typeof cell === 'number' ? number(cell) : isDay(cell) ? day(cell) : (cell ?? '')
    return text.includes(delimiter) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const ragged = (cells: readonly string[]): readonly string[] =>
    cells.at(-1) === '' && random.chance(0.5) ? cells.slice(0, -1) : cells
  const lines = [header.map(written), ...rows.map((cells) => ragged(cells.map(written)))].map((cells) =>
    cells.join(delimiter),
  )
  const above = random.chance(0.5) ? ['Export of the year', ''] : []
  const below = random.chance(0.5) ? ['', 'Source: head office, unaudited'.replaceAll(delimiter, ' ')] : []
  return [...above, ...lines, ...below, ''].join(newline)
}
