import type { Column, Field, Table } from '#core/table/table.ts'
import type { Random } from '../../../support/random.ts'

const day = 86_400_000

export const cities = [
  'Berlin',
  'berlin',
  'São Paulo',
  'Zürich',
  'O’Hare',
  '',
  ' ',
  '東京',
  '\u{1F600} face',
  '\uFF01 wide',
  "it's",
  'a\nb',
]
const regions = ['North', 'South', 'East', 'West']

type Maker = (random: Random, row: number) => number | string | null

/** Decimals are eighths, so that sums and means are exact and ties are ties in every engine. */
const makers: Record<string, { readonly type: Field['type']; readonly nulls: number; readonly make: Maker }> = {
  region: { type: 'text', nulls: 0.05, make: (random) => random.pick(regions) },
  city: { type: 'text', nulls: 0.1, make: (random) => random.pick(cities) },
  code: { type: 'text', nulls: 0, make: (_, row) => `code-${(row * 7919) % 100_003}` },
  amount: { type: 'decimal', nulls: 0.1, make: (random) => (random.below(80_000) - 20_000) / 8 },
  quantity: { type: 'integer', nulls: 0.02, make: (random) => random.below(12) - 2 },
  big: { type: 'integer', nulls: 0, make: (random) => random.below(2_000_000_000) * 97 - 90_000_000_000 },
  flag: { type: 'boolean', nulls: 0.2, make: (random) => random.below(2) },
  day: { type: 'date', nulls: 0.05, make: (random) => (random.below(26_000) - 3_650) * day },
  at: {
    type: 'timestamp',
    nulls: 0.05,
    make: (random) => (random.below(900) - 200) * day + random.below(86_400) * 1000,
  },
  took: { type: 'duration', nulls: 0.05, make: (random) => (random.below(40_000) - 4_000) * 250 },
  empty: { type: 'decimal', nulls: 1, make: () => null },
  blank: { type: 'text', nulls: 1, make: () => null },
}

export const randomFields: readonly Field[] = Object.entries(makers).map(([name, { type }]) => ({ name, type }))

/** A table with every type, nulls, ties and odd text. */
export function randomTable(random: Random, rows: number, firstRow = 0): Table {
  const columns = Object.entries(makers).map(([name, { type, nulls, make }]): Column => {
    const cells = Array.from({ length: rows }, (_, row) => (random.chance(nulls) ? null : make(random, firstRow + row)))
    return type === 'text'
      ? textColumn(name, cells)
      : { name, type, values: Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell))) }
  })
  return { rows, columns }
}

function textColumn(name: string, cells: readonly (string | number | null)[]): Column {
  const dictionary = [...new Set(cells.filter((cell) => cell !== null).map(String))]
  const codes = new Map<string | null, number>(dictionary.map((text, code) => [text, code]))
  return {
    name,
    type: 'text',
    codes: Int32Array.from(cells, (cell) => codes.get(cell === null ? null : String(cell)) ?? -1),
    dictionary,
  }
}
