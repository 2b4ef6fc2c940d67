import { readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { type Bounds, DuckSession } from '#core/sql/duck/session.ts'
import { textColumn } from '#core/clean/values/map-texts.ts'
import type { Column, Table } from '#core/table/table.ts'
import { at } from '../../scripts/paths.ts'
import { parquetBytes } from './parquet-bytes.ts'

const compiled = WebAssembly.compile(readFileSync(at('node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm')))

/** DuckDB-WASM in Node, started and bounded as everywhere. */
export const startDuck = (bounds: Bounds): Promise<DuckSession> =>
  DuckSession.start(bounds, {
    async instantiate(imports) {
      const module = await compiled
      return { module, instance: await WebAssembly.instantiate(module, imports as WebAssembly.Imports) }
    },
    now: () => performance.now(),
    pause: () => setImmediate(),
  })

const day = 86_400_000
const start = Date.UTC(2024, 0, 1)
const regions = ['North', 'South', 'East', 'West']
const products = ['Tea', 'Lamp', 'Cup', 'Tea Pot', 'Kettle']
const cities = ['Oslo', 'Lima', 'Pune', 'West']

const numbers = (
  name: string,
  type: 'integer' | 'decimal' | 'date' | 'timestamp' | 'boolean',
  rows: number,
  valueAt: (row: number) => number,
): Column => ({ name, type, values: Float64Array.from({ length: rows }, (_, row) => valueAt(row)) })

function orders(rows: number): Table {
  return {
    rows,
    columns: [
      numbers('id', 'integer', rows, (row) => row + 1),
      numbers('customer_id', 'integer', rows, (row) => (row % 20) + 1),
      textColumn('region', rows, (row) => regions[(row * 7) % 4] ?? null),
      textColumn('product', rows, (row) => products[(row * 3) % 5] ?? null),
      numbers('amount', 'decimal', rows, (row) => ((row * 37) % 400) + 0.5),
      numbers('quantity', 'integer', rows, (row) => 1 + (row % 7)),
      numbers('day', 'date', rows, (row) => start + (row % 366) * day),
      numbers('placed_at', 'timestamp', rows, (row) => start + (row % 366) * day + (row % 24) * 3_600_000),
      numbers('returned', 'boolean', rows, (row) => (row % 9 === 0 ? 1 : 0)),
      textColumn('note', rows, (row) => (row % 5 === 0 ? `note ${row}` : null)),
      numbers('Unit Price', 'decimal', rows, (row) => (row % 11 === 0 ? Number.NaN : 5 + (row % 40))),
    ],
  }
}

const customers: Table = {
  rows: 20,
  columns: [
    numbers('id', 'integer', 20, (row) => row + 1),
    textColumn('name', 20, (row) => `Customer ${row + 1}`),
    textColumn('city', 20, (row) => cities[row % 4] ?? null),
    textColumn('segment', 20, (row) => (row % 2 ? 'Consumer' : 'Corporate')),
    textColumn('email', 20, (row) => `c${row + 1}@example.com`),
    numbers('since', 'date', 20, (row) => start - row * 30 * day),
  ],
}

const priceList: Table = {
  rows: 5,
  columns: [
    textColumn('product', 5, (row) => products[row] ?? null),
    numbers('price', 'decimal', 5, (row) => 4.5 + row),
  ],
}

/** The datasets that the honest queries and the attacks speak of, by the names SQL has for them. */
const sqlTables: Readonly<Record<string, Table>> = {
  orders: orders(400),
  visits: orders(4000),
  customers,
  price_list: priceList,
}

export const gateTables = Object.entries(sqlTables).map(([name, { rows }]) => ({ name, rows }))

/** Starts DuckDB with those datasets. */
export async function duckWithTables(bounds: Bounds): Promise<DuckSession> {
  const session = await startDuck(bounds)
  for (const [name, table] of Object.entries(sqlTables))
    session.addBytes(
      name,
      await parquetBytes(
        [table],
        table.columns.map(({ name, type }) => ({ name, type })),
      ),
    )
  return session
}
