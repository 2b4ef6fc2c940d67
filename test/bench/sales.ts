import type { Column, Field, Table } from '#core/table/table.ts'
import { seededRandom } from '../support/random.ts'

const day = 86_400_000

/** A million sales in seven columns, the same on every machine. */
const salesRows = 1_000_000

export const salesFields: readonly Field[] = [
  { name: 'region', type: 'text' },
  { name: 'category', type: 'text' },
  { name: 'customer', type: 'text' },
  { name: 'day', type: 'date' },
  { name: 'quantity', type: 'integer' },
  { name: 'price', type: 'decimal' },
  { name: 'amount', type: 'decimal' },
]

const names = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix} ${index + 1}`)
const dictionaries = {
  region: names('Region', 8),
  category: names('Category', 40),
  customer: names('Customer', 20_000),
}

/** Sales from a seed: skewed texts, prices in cents, a tenth of a percent of amounts missing. */
export function salesTable(rows = salesRows, seed = 7): Table {
  const random = seededRandom(seed)
  const skewed = (size: number): number => Math.floor(random.next() ** 2 * size)
  const text = (name: keyof typeof dictionaries): Column => ({
    name,
    type: 'text',
    dictionary: dictionaries[name],
    codes: Int32Array.from({ length: rows }, () => skewed(dictionaries[name].length)),
  })
  const days = Float64Array.from({ length: rows }, () => (18_262 + random.below(1461)) * day)
  const quantities = Float64Array.from({ length: rows }, () => 1 + random.below(12))
  const prices = Float64Array.from({ length: rows }, () => (100 + random.below(49_900)) / 100)
  const amounts = prices.map((price, row) =>
    random.chance(0.001) ? Number.NaN : Math.round(price * (quantities[row] ?? 0) * 100) / 100,
  )
  return {
    rows,
    columns: [
      text('region'),
      text('category'),
      text('customer'),
      { name: 'day', type: 'date', values: days },
      { name: 'quantity', type: 'integer', values: quantities },
      { name: 'price', type: 'decimal', values: prices },
      { name: 'amount', type: 'decimal', values: amounts },
    ],
  }
}
