import type { Cell, Column, ColumnType, Table } from '#core/table/table.ts'
import type { Random } from '../../support/random.ts'

const day = 86_400_000
const hour = 3_600_000

/** Odd texts: letter cases, blanks, signs of SQL, letters beyond the first plane and of two code points. */
export const cities = [
  'Berlin',
  'berlin',
  'BERLIN',
  'São Paulo',
  'SÃO PAULO',
  'Zürich',
  'ZÜRICH',
  'O’Hare',
  '',
  ' ',
  'trailing ',
  'trailing',
  '東京',
  '\u{1F600} face',
  '\uFF01 wide',
  'e\u0301',
  '\u00e9',
  "it's",
  'a\nb',
  'back\\slash',
  '100%',
  'under_score',
  'null',
]
export const regions = ['North', 'South', 'East', 'West']

/** Days on which some zone changed its clocks, and turns of years. */
const edges = ['2024-03-31', '2024-10-27', '2024-03-10', '2024-11-03', '2024-04-07', '2023-12-31', '2024-02-29'].map(
  (text) => Date.parse(text),
)

type Value = number | string | null
type Maker = {
  readonly type: ColumnType
  readonly nulls: number
  readonly make: (random: Random, row: number) => Value
}

/** Decimals are eighths, so that their sums are exact in every order; `huge` ones are not. */
const makers: Record<string, Maker> = {
  region: { type: 'text', nulls: 0.05, make: (random) => random.pick(regions) },
  City: { type: 'text', nulls: 0.1, make: (random) => random.pick(cities) },
  code: { type: 'text', nulls: 0, make: (_, row) => `code-${(row * 7919) % 1009}` },
  customer: { type: 'text', nulls: 0.1, make: (random) => `c${random.below(40)}` },
  amount: {
    type: 'decimal',
    nulls: 0.1,
    make: (random) => (random.chance(0.02) ? -0 : (random.below(80_000) - 20_000) / 8),
  },
  rate: { type: 'decimal', nulls: 0.3, make: (random) => random.below(9) / 8 },
  huge: { type: 'decimal', nulls: 0.05, make: (random) => (random.next() - 0.5) * 10 ** random.below(16) },
  quantity: { type: 'integer', nulls: 0.02, make: (random) => random.below(12) - 2 },
  big: { type: 'integer', nulls: 0, make: (random) => random.below(2_000_000_000) * 97 - 90_000_000_000 },
  flag: { type: 'boolean', nulls: 0.2, make: (random) => random.below(2) },
  day: {
    type: 'date',
    nulls: 0.05,
    make: (random) => (random.chance(0.3) ? random.pick(edges) : (random.below(26_000) - 3_650) * day),
  },
  at: {
    type: 'timestamp',
    nulls: 0.05,
    make: (random) =>
      random.chance(0.5)
        ? random.pick(edges) + (random.below(60) - 24) * hour + random.below(4) * 900_000 + random.below(2) * 123
        : random.below(26_000) * day - 4_000 * day + random.below(day),
  },
  recent: {
    type: 'timestamp',
    nulls: 0,
    make: (random) => Date.UTC(2024, 0, 1) + random.below(500) * day + random.below(24) * hour,
  },
  took: { type: 'duration', nulls: 0.05, make: (random) => (random.below(40_000) - 4_000) * 250 },
  empty: { type: 'decimal', nulls: 1, make: () => null },
  blank: { type: 'text', nulls: 1, make: () => null },
}

const customerMakers: Record<string, Maker> = {
  id: { type: 'text', nulls: 0, make: (_, row) => `c${row}` },
  name: { type: 'text', nulls: 0.1, make: (random) => random.pick(cities) },
  tier: { type: 'integer', nulls: 0.1, make: (random) => random.below(4) },
  since: { type: 'date', nulls: 0.1, make: (random) => (18_000 + random.below(2_000)) * day },
}

/** Rows of every type, with nulls, ties and odd values. */
export const randomOrders = (random: Random, rows: number): Table => tableOf(random, rows, makers)
/** Fewer than the orders name: some find none. */
export const randomCustomers = (random: Random): Table => tableOf(random, 30, customerMakers)

function tableOf(random: Random, rows: number, of: Record<string, Maker>): Table {
  const columns = Object.entries(of).map(([name, { type, nulls, make }]) => {
    const cells = Array.from({ length: rows }, (_, row): Value => (random.chance(nulls) ? null : make(random, row)))
    return columnOf(name, type, cells)
  })
  return { rows, columns }
}

function columnOf(name: string, type: ColumnType, cells: readonly Cell[]): Column {
  if (type !== 'text') {
    const values = Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell)))
    return { name, type, values }
  }
  const dictionary = [...new Set(cells.filter((cell) => cell !== null).map(String))]
  const codes = new Map(dictionary.map((text, code) => [text, code]))
  return {
    name,
    type,
    codes: Int32Array.from(cells, (cell) => (cell === null ? -1 : (codes.get(String(cell)) ?? -1))),
    dictionary,
  }
}
