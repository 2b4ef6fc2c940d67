import { nameOfMeasure } from '#core/query/measure.ts'
import { type Query, query as schema, type QueryInput } from '#core/query/query.ts'
import { compileQuery, writeQuery } from '#core/sql/compile-query.ts'
import { readRows } from '#core/sql/read-rows.ts'
import type { SqlTables } from '#core/sql/table.ts'
import type { Column, Table } from '#core/table/table.ts'
import type { Database } from '../../support/databases/database.ts'
import { seededRandom } from '../../support/random.ts'
import { difference, scaleOf, type Scales } from './compare.ts'
import { customerFields, orderFields, randomCustomers, randomOrders } from './random-data.ts'
import { randomQuery, type Subject } from './random-query.ts'

export type Mismatch = {
  readonly engine: string
  readonly what: string
  readonly query: QueryInput
  readonly text: string
}

/** One engine that answers Queries over the tables of a round. */
type Engine = {
  readonly title: string
  /** Null where it says that it cannot answer yet. */
  readonly answer: (query: Query) => Promise<Table | null>
  readonly write: (query: Query) => string
}

const joins = [{ name: 'Customer', dataset: 'c', column: 'customer', key: 'id' }]
const joined = customerFields.map((field) => ({ ...field, name: `Customer.${field.name}` }))
const plain: Subject = { fields: orderFields, joins: [], inexact: ['huge'] }
const withCustomers: Subject = { fields: [...orderFields, ...joined], joins, inexact: ['huge'] }

/** Random Queries over random tables of so many rows, asked of every engine; the first is the referee. */
export async function runRound(
  databases: readonly Database[],
  { seed, rows, queries }: { readonly seed: number; readonly rows: number; readonly queries: number },
): Promise<readonly Mismatch[]> {
  const random = seededRandom(seed + rows)
  const [orders, customers] = [randomOrders(random, rows), randomCustomers(random)]
  const engines = await Promise.all(databases.map((database) => databaseEngine(database, { orders, customers })))
  const mismatches: Mismatch[] = []
  for (let round = 0; round < queries; round++) {
    const input = randomQuery(random, random.chance(0.25) ? withCustomers : plain)
    const query = schema.parse(input)
    mismatches.push(...(await compareEngines(engines, { input, query, scales: scalesOf(query, orders, customers) })))
  }
  return mismatches
}

type Asked = { readonly input: QueryInput; readonly query: Query; readonly scales: Scales }

async function compareEngines(engines: readonly Engine[], { input, query, scales }: Asked): Promise<Mismatch[]> {
  const mismatches: Mismatch[] = []
  let referee: Table | null = null
  for (const { title, answer, write } of engines) {
    try {
      const answered = await answer(query)
      const what = answered && referee ? difference(answered, referee, scales) : null
      if (what !== null) mismatches.push({ engine: title, what, query: input, text: write(query) })
      referee ??= answered
    } catch (error) {
      mismatches.push({ engine: title, what: String(error), query: input, text: write(query) })
    }
  }
  return mismatches
}

async function databaseEngine(
  { title, dialect, load, run, takesWritten }: Database,
  { orders, customers }: { readonly orders: Table; readonly customers: Table },
): Promise<Engine> {
  const tables: SqlTables = { d: await load('orders', orders), c: await load('customers', customers) }
  return {
    title,
    answer: async (query) => {
      const { fields, ...bound } = compileQuery(query, tables, dialect)
      const statement = takesWritten ? { text: writeQuery(query, tables, dialect), values: [] } : bound
      return readRows(await run(statement), fields)
    },
    write: (query) => writeQuery(query, tables, dialect),
  }
}

/** The numbers that measures are computed of, for what is lost when they are added in another order. */
function scalesOf({ measures }: Query, orders: Table, customers: Table): Scales {
  const columns = new Map<string, Column>([
    ...orders.columns.map((column) => [column.name, column] as const),
    ...customers.columns.map((column) => [`Customer.${column.name}`, column] as const),
  ])
  return new Map(
    measures.map((measure) => {
      const { column = '', aggregate, over } = measure
      return [nameOfMeasure(measure), scaleOf(columns.get(column), over?.window === 'runningTotal' ? 'sum' : aggregate)]
    }),
  )
}
