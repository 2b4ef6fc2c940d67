import type { Random } from './random.ts'

/** A table that is clean, as records of text; the header first. */
export type CleanTable = readonly (readonly string[])[]

/** How a table is written. */
type Writing = {
  readonly delimiter: string
  readonly quote: '"' | "'"
  readonly escape: 'doubled' | 'backslash' | 'none'
  readonly newline: string
}

const plain: Writing = { delimiter: ',', quote: '"', escape: 'doubled', newline: '\n' }

const cities = ['Oslo', 'São Paulo', 'New York', 'Kraków', 'Aix-en-Provence', 'Bath']
const goods = ['Kettle, steel', 'Desk lamp', 'Screen 27"', 'Rope 5" thick, 20 m', 'Men’s boots', "Children's book"]
const remarks = ['', 'arrived late, box damaged', 'Gift; do not send the bill', 'call before noon', '']

/** A table of orders with everything that makes CSV hard: delimiters, quotes and spaces within cells, empty cells. */
export function ordersTable(rows: number, random: Random): CleanTable {
  const two = (value: number): string => String(value).padStart(2, '0')
  const body = Array.from({ length: rows }, (_, row) => [
    `OR-${4000 + row}`,
    `2023-${two(1 + random.below(12))}-${two(1 + random.below(28))}`,
    `${two(random.below(24))}:${two(random.below(60))}`,
    random.pick(cities),
    random.pick(goods),
    `$${random.below(900)}.${two(random.below(100))}`,
    String(1 + random.below(40)),
    random.pick(remarks),
  ])
  return [['Order', 'Date', 'Time', 'City', 'Item', 'Price', 'Quantity', 'Remark'], ...body]
}

const sumOf = (rows: CleanTable, column: number): number =>
  rows.reduce((sum, cells) => sum + Number((cells[column] ?? '').replace('$', '')), 0)

function writeCell(cell: string, { delimiter, quote, escape, newline }: Writing): string {
  const mustQuote = [delimiter, quote, newline].some((mark) => cell.includes(mark))
  if (!mustQuote) return cell
  const inside = { doubled: quote + quote, backslash: `\\${quote}`, none: quote }[escape]
  return quote + cell.replaceAll(quote, inside) + quote
}

const writeLine = (cells: readonly string[], writing: Writing = plain): string =>
  cells.map((cell) => writeCell(cell, writing)).join(writing.delimiter)

const writeTable = (table: CleanTable, writing: Partial<Writing> = {}): string =>
  table.map((cells) => writeLine(cells, { ...plain, ...writing }) + (writing.newline ?? '\n')).join('')

/** A file that is not as it should be, and the table that is meant. */
type Polluted = { readonly text: string; readonly clean: CleanTable }

/** One way in which files are damaged or dressed up. */
export type Pollution = {
  readonly says: string
  /** Is all of the table to be had? Else nearly all. */
  readonly isExact: boolean
  readonly make: (table: CleanTable, random: Random) => Polluted
}

const written = (says: string, writing: Partial<Writing>): Pollution => ({
  says,
  isExact: true,
  make: (clean) => ({ text: writeTable(clean, writing), clean }),
})

const dressed = (says: string, dress: (text: string, table: CleanTable) => string): Pollution => ({
  says,
  isExact: true,
  make: (clean) => ({ text: dress(writeTable(clean), clean), clean }),
})

/** A change of one line below the header. */
const inOneRow = (
  says: string,
  change: (cells: readonly string[], at: { readonly row: number; readonly random: Random }) => string | null,
): Pollution => ({
  says,
  isExact: false,
  make: (clean, random) => {
    const row = 1 + random.below(clean.length - 1)
    const lines = clean.map((cells, at) => (at === row ? change(cells, { row, random }) : null) ?? writeLine(cells))
    return { text: `${lines.join('\n')}\n`, clean }
  },
})

const withoutLast = (table: CleanTable, columns: number): CleanTable =>
  table.map((cells) => cells.slice(0, cells.length - columns))

export const pollutions: readonly Pollution[] = [
  written('nothing', {}),
  written('lines that end with CR LF', { newline: '\r\n' }),
  written('lines that end with CR', { newline: '\r' }),
  written('semicolons', { delimiter: ';' }),
  written('tabs', { delimiter: '\t' }),
  written('vertical bars', { delimiter: '|' }),
  written('two vertical bars', { delimiter: '||' }),
  written('two colons', { delimiter: '::' }),
  written('commas with a space', { delimiter: ', ' }),
  written('single quotes', { quote: "'" }),
  written('backslashes before quotes', { escape: 'backslash' }),
  written('quotes within quotes as they are', { escape: 'none' }),
  dressed('no line end at the end', (text) => text.trimEnd()),
  dressed('two line ends at the end', (text) => `${text}\n`),
  dressed('a byte order mark', (text) => `\uFEFF${text}`),
  dressed('the delimiter announced', (text) => `sep=,\n${text}`),
  dressed('a title above', (text) => `Orders of the year\n\n${text}`),
  dressed('titles above, padded with delimiters', (text) => `Orders,,,,,,,\nAs of today,,,,,,,\n,,,,,,,\n${text}`),
  dressed('a remark below', (text) => `${text}\nSource: the shop, without returns\n`),
  dressed('a remark below, padded with delimiters', (text) => `${text},,,,,,,\nSource: the shop,,,,,,,\n`),
  dressed(
    'a line of totals',
    (text, [, ...rows]) => `${text}Total,,,,,$${sumOf(rows, 5).toFixed(2)},${sumOf(rows, 6)},\n`,
  ),
  dressed('comments', (text) => `# made by hand\n# do not edit\n${text}`),
  dressed('comments between', (text) => text.replace('\nOR-4007', '\n# checked so far\nOR-4007')),
  dressed('some lines that end with CR alone', (text) => text.replaceAll(/\n(?=OR-40[012]3)/g, '\r')),
  dressed('empty lines between', (text) => text.replaceAll(/\n(?=OR-40[12]5)/g, '\n\n')),
  dressed('the header once more', (text, [header = []]) =>
    text.replace('\nOR-4011', `\n${writeLine(header)}\nOR-4011`),
  ),
  dressed('a smaller table below', (text, table) => `${text}\nCity,Orders\nOslo,12\nBath,7\n${table[0] ? '' : ' '}`),
  dressed('a narrower copy below, unparted', (text, table) => text + writeTable(withoutLast(table, 1))),
  dressed(
    'a wider copy below, unparted',
    (text, table) => text + writeTable(table.map((cells, row) => [...cells, row === 0 ? 'Note' : 'x'])),
  ),
  {
    says: 'a second header row of units',
    isExact: true,
    make: ([header = [], ...rows]) => {
      const units = ['', 'day', 'clock', '', '', 'dollars', 'pieces', '']
      const joined = header.map((name, at) => [name, units[at]].filter(Boolean).join(' '))
      return { text: writeTable([header, units, ...rows]), clean: [joined, ...rows] }
    },
  },
  {
    says: 'delimiters at the end of every line',
    isExact: true,
    make: (table) => ({ text: writeTable(table).replaceAll('\n', ',\n'), clean: table.map((cells) => [...cells, '']) }),
  },
  {
    says: 'no header',
    isExact: true,
    make: ([, ...rows]) => ({ text: writeTable(rows), clean: [[], ...rows] }),
  },
  {
    says: 'a header alone',
    isExact: true,
    make: ([header = []]) => ({ text: writeTable([header]), clean: [header] }),
  },
  {
    says: 'a single row',
    isExact: true,
    make: (table) => ({ text: writeTable(table.slice(0, 2)), clean: table.slice(0, 2) }),
  },
  inOneRow('a delimiter too many', (cells, { random }) => {
    const at = random.below(cells.length)
    return writeLine([...cells.slice(0, at), '', ...cells.slice(at)])
  }),
  inOneRow('a delimiter too few', (cells, { random }) => {
    const at = 1 + random.below(cells.length - 1)
    return writeLine([...cells.slice(0, at - 1), `${cells[at - 1]}${cells[at]}`, ...cells.slice(at + 1)])
  }),
  inOneRow('a quote too many', (cells, { random }) => {
    const at = random.below(cells.length)
    return cells.map((cell, place) => `${place === at ? '"' : ''}${writeLine([cell])}`).join(',')
  }),
  inOneRow('a delimiter that is not quoted', (cells) =>
    cells.map((cell) => (cell.includes('"') ? writeLine([cell]) : cell)).join(','),
  ),
  inOneRow('semicolons for commas', (cells) => writeLine(cells, { ...plain, delimiter: ';' })),
  inOneRow('tabs for commas', (cells) => writeLine(cells, { ...plain, delimiter: '\t' })),
]
