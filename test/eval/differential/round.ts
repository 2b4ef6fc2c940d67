import { nameOfMeasure } from '#core/query/measure.ts'
import { type Query, query as schema, type QueryInput } from '#core/query/query.ts'
import { compileQuery, writeQuery } from '#core/sql/compile-query.ts'
import { readRows } from '#core/sql/read-rows.ts'
import type { SqlTables } from '#core/sql/table.ts'
import { findColumn, type Table } from '#core/table/table.ts'
import type { Database } from '../../support/databases/database.ts'
import type { Random } from '../../support/random.ts'
import { difference, scaleOf, type Scales } from './compare.ts'
import type { Data } from './data.ts'
import { randomQuery } from './random-query.ts'

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

/** Random Queries over some tables, asked of every engine; the first is the referee. */
export async function runRound(
  databases: readonly Database[],
  data: Data,
  { random, queries }: { readonly random: Random; readonly queries: number },
): Promise<readonly Mismatch[]> {
  const engines: Engine[] = []
  for (const database of databases) engines.push(await databaseEngine(database, data))
  const mismatches: Mismatch[] = []
  for (let round = 0; round < queries; round++) {
    const input = randomQuery(random, random.pick(data.subjects))
    const query = schema.parse(input)
    mismatches.push(...(await compareEngines(engines, { input, query, scales: scalesOf(query, data) })))
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

async function databaseEngine({ title, dialect, load, run, takesWritten }: Database, data: Data): Promise<Engine> {
  const tables: Record<string, SqlTables[string]> = {}
  for (const [dataset, table] of Object.entries(data.tables)) tables[dataset] = await load(`table_${dataset}`, table)
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
function scalesOf({ measures, joins }: Query, { tables }: Data): Scales {
  const columnOf = (name: string) => {
    const join = joins.find((one) => name.startsWith(`${one.name}.`))
    const table = tables[join?.dataset ?? 'd']
    return table && findColumn(table, join ? name.slice(join.name.length + 1) : name)
  }
  return new Map(
    measures.map((measure) => {
      const { column = '', aggregate, over } = measure
      return [nameOfMeasure(measure), scaleOf(columnOf(column), over?.window === 'runningTotal' ? 'sum' : aggregate)]
    }),
  )
}
