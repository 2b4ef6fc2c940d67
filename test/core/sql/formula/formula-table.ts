import type { Column, ColumnType, Field, Table } from '#core/table/table.ts'
import type { Random } from '../../../support/random.ts'

type Value = string | number | null

const names = [
  '',
  'a',
  'A',
  'b',
  'Zoë',
  'ZOË',
  'naïve',
  '😀',
  'x😀y',
  'a-b-c',
  '-',
  ' padded ',
  "it's",
  'Tea - Pot',
  '日本',
  'aa',
  '100%',
  'a_b',
  '\ttab\n',
  '¿qué?',
]
const codes = [
  '12.5',
  '-3',
  ' 7 ',
  '1e5',
  '.5',
  '5.',
  '+1',
  '007',
  'abc',
  '',
  '2024-02-29',
  '2023-02-29',
  '2024-2-1',
  '2024-13-01',
  '0000-01-01',
  '1-2-3',
  '1.2.3',
  '--1',
  '1-',
  '12 3',
]

/** Moments around which clocks change, and plain ones. */
const moments = [
  '2024-03-31T00:59:59.999Z',
  '2024-03-31T01:00:00Z',
  '2024-10-27T00:30:00Z',
  '2024-10-27T01:30:00Z',
  '2024-03-10T06:59:59Z',
  '2024-03-10T07:00:00Z',
  '2024-11-03T05:30:00Z',
  '2024-11-03T06:30:00Z',
  '2024-04-06T15:00:00Z',
  '2023-12-31T23:30:00Z',
  '1969-12-31T18:15:30.250Z',
  '2021-01-03T12:00:00Z',
  '2024-02-29T00:00:00Z',
].map((text) => Date.parse(text))

const day = 86_400_000

const makers: Readonly<Record<string, { readonly type: ColumnType; readonly make: (random: Random) => Value }>> = {
  amount: { type: 'decimal', make: (random) => (random.chance(0.1) ? 0 : (random.below(80_000) - 30_000) / 8) },
  quantity: { type: 'integer', make: (random) => random.below(14) - 3 },
  huge: { type: 'decimal', make: (random) => random.pick([1e200, -1e200, 1e-120, 3e307, 12.5, 0, 1e15]) },
  name: { type: 'text', make: (random) => random.pick(names) },
  code: { type: 'text', make: (random) => random.pick(codes) },
  flag: { type: 'boolean', make: (random) => random.below(2) },
  day: { type: 'date', make: (random) => Math.floor(random.pick(moments) / day + random.below(800) - 400) * day },
  at: {
    type: 'timestamp',
    make: (random) =>
      random.chance(0.5) ? random.pick(moments) : random.pick(moments) + random.below(90 * 86_400) * 1000,
  },
  took: { type: 'duration', make: (random) => (random.below(40_000) - 4_000) * 250 },
}

export const formulaFields: readonly Field[] = Object.entries(makers).map(([name, { type }]) => ({ name, type }))

/** Rows with every kind of value: nulls, empty text, odd letters, large and small numbers, moments when clocks change. */
export function formulaTable(random: Random, rows: number, { nulls = 0.12, onlyAscii = false } = {}): Table {
  const columns = Object.entries(makers).map(([name, { type, make }]): Column => {
    const values = Array.from({ length: rows }, () => (random.chance(nulls) ? null : make(random)))
    if (type !== 'text')
      return { name, type, values: Float64Array.from(values, (value) => Number(value ?? Number.NaN)) }
    const dictionary = [...new Set(values.filter((value) => value !== null))].map(String)
    const codesOf = new Map(dictionary.map((text, code) => [text, code]))
    return {
      name,
      type,
      codes: Int32Array.from(values, (value) => (value === null ? -1 : (codesOf.get(String(value)) ?? -1))),
      dictionary,
    }
  })
  return { rows, columns: onlyAscii ? columns.map(withoutCapitals) : columns }
}

/** SQLite knows no capital letters but A to Z; two texts must not become one. */
const withoutCapitals = (column: Column): Column =>
  column.type === 'text'
    ? {
        ...column,
        dictionary: column.dictionary.map((text) =>
          text.replace('ZOË', 'ZOE').replace('Zoë', 'Zoe').replace('naïve', 'naive').replace('¿qué?', '¿que?'),
        ),
      }
    : column
