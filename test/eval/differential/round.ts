import { joinedSource } from '#core/engine/joins/joined-source.ts'
import { runQuery } from '#core/engine/run-query.ts'
import { runSteps } from '#core/engine/steps/run-steps.ts'
import { nameOfMeasure } from '#core/query/measure.ts'
import type { Query, QueryInput } from '#core/query/query.ts'
import { validateQuery } from '#core/query/validate-query.ts'
import { ok, type Result } from '#core/result.ts'
import { compileQuery, writeQuery } from '#core/sql/compile-query.ts'
import { readRows } from '#core/sql/read-rows.ts'
import type { SqlTables } from '#core/sql/table.ts'
import type { Source } from '#core/table/source.ts'
import { tableSource } from '#core/table/table-source.ts'
import { findColumn, type Table } from '#core/table/table.ts'
import type { Database } from '../../support/databases/database.ts'
import type { Random } from '../../support/random.ts'
import { difference, scaleOf, type Scales } from './compare.ts'
import type { Data } from './data.ts'
import { randomOverGroups } from './random-groups.ts'
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
  readonly answer: (query: Query) => Promise<Table>
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
  engines.push(coreEngine(data))
  const mismatches: Mismatch[] = []
  for (let round = 0; round < queries; round++) {
    const { input, query } = validQuery(random, random.pick(data.subjects))
    mismatches.push(...(await compareEngines(engines, { input, query, scales: scalesOf(query, data) })))
  }
  return mismatches
}

/** Of the random Queries the next that is one. */
function validQuery(random: Random, subject: Subject): Pick<Asked, 'input' | 'query'> {
  for (;;) {
    const input = randomInput(random, subject)
    const valid = validateQuery(input, fieldsOf(subject))
    if (valid.ok) return { input, query: valid.value }
    if (valid.error.code !== 'query/invalid') throw new Error(`${valid.error.message} ${JSON.stringify(input)}`)
  }
}

/** One in five is over groups. */
function randomInput(random: Random, subject: Subject): QueryInput {
  const told = { ...subject, comparesWithAggregates: true }
  const asked = randomQuery(random, told)
  if (!random.chance(0.2)) return asked
  const { dataset, joins, calculations, timeZone, weekStart, fiscalYearStart } = asked
  const calendar = { timeZone, weekStart, fiscalYearStart }
  return { dataset, joins, calculations, ...calendar, ...randomOverGroups(random, told) }
}

/** Those of the tables: calculated ones are named by the Query itself. */
const fieldsOf = ({ fields, calculations = [] }: Subject) =>
  fields.filter(({ name }) => calculations.every((one) => one.name !== name))

type Asked = { readonly input: QueryInput; readonly query: Query; readonly scales: Scales }

async function compareEngines(engines: readonly Engine[], { input, query, scales }: Asked): Promise<Mismatch[]> {
  const answers = await Promise.allSettled(engines.map(({ answer }) => answer(query)))
  const answered = answers.map((one) => (one.status === 'fulfilled' ? one.value : null))
  const referee = answered.find((table) => table !== null)
  return engines.flatMap(({ title: engine, write }, at): Mismatch[] => {
    const [answer, table] = [answers[at], answered[at]]
    const what =
      answer?.status === 'rejected'
        ? String(answer.reason)
        : table && referee
          ? difference(table, referee, scales)
          : null
    return what === null ? [] : [{ engine, what, query: input, text: write(query) }]
  })
}

async function databaseEngine({ title, dialect, load, run, takesWritten }: Database, data: Data): Promise<Engine> {
  const tables: Record<string, SqlTables[string]> = {}
  for (const [dataset, table] of Object.entries(data.tables)) tables[dataset] = await load(`table_${dataset}`, table)
  return {
    title,
    answer: async (query) =>
      valueOf(
        await runSteps(query, async (plain) => {
          const { fields, ...bound } = compileQuery(plain, tables, dialect)
          const statement = takesWritten ? { text: writeQuery(plain, tables, dialect), values: [] } : bound
          return ok(readRows(await run(statement), fields))
        }),
      ),
    write: (query) => writeQuery(query, tables, dialect),
  }
}

function coreEngine({ tables }: Data): Engine {
  const sources = new Map(Object.entries(tables).map(([dataset, table]) => [dataset, tableSource([table])]))
  const open = (dataset: string): Promise<Result<Source>> => {
    const source = sources.get(dataset)
    return source ? Promise.resolve(ok(source)) : Promise.reject(new Error(`No dataset ${dataset}`))
  }
  return {
    title: 'core/engine',
    answer: async (query) => {
      const source = valueOf(await joinedSource(valueOf(await open(query.dataset)), query.joins, open))
      return valueOf(await runQuery(query, source))
    },
    write: () => '',
  }
}

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
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
