import { DuckDBInstance } from '@duckdb/node-api'
import * as aq from 'arquero'
import { tableSource } from '#core/table/table-source.ts'
import type { Column, Table } from '#core/table/table.ts'
import { type Benchmark, type Measurement, race } from './benchmark.ts'
import { assertSameRows, engineAnswer } from './engine-answer.ts'
import { withSalesFile } from './sales-file.ts'
import { salesTable } from './sales.ts'
import { type SalesQuestion, salesQuestions } from './sales-queries.ts'

/** All three engines over the same rows in memory. */
export const warmQueries: Benchmark = {
  title: 'Queries over 1M rows in memory',
  run: () =>
    withSalesFile(async (file) => {
      const sales = salesTable()
      const source = tableSource([sales])
      const frame = arqueroTable(sales)
      const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
      const connection = await instance.connect()
      await connection.run(`CREATE TABLE sales AS SELECT * FROM read_parquet('${file}')`)
      const ask = async (sql: string): Promise<unknown[][]> =>
        (await connection.runAndReadAll(sql)).getRowsJson() as unknown[][]
      const measurements: Measurement[] = []
      for (const [name, question] of Object.entries(salesQuestions)) {
        measurements.push(await compare(name, question, { source, frame, ask }))
      }
      connection.closeSync()
      instance.closeSync()
      return measurements
    }),
}

type Engines = {
  readonly source: ReturnType<typeof tableSource>
  readonly frame: ReturnType<typeof aq.table>
  readonly ask: (sql: string) => Promise<unknown[][]>
}

async function compare(
  name: string,
  { queries, sql, arquero }: SalesQuestion,
  { source, frame, ask }: Engines,
): Promise<Measurement> {
  const ours = async () => {
    const answers = []
    for (const query of queries) answers.push(...(await engineAnswer(query, source)))
    return answers
  }
  const theirs = async () => {
    const answers = []
    for (const one of sql) answers.push(...(await ask(one)))
    return answers
  }
  assertSameRows(name, await ours(), await theirs())
  const { ours: time, ...others } = await race({ ours, DuckDB: theirs })
  const slow = arquero ? await race({ arquero: () => arquero(frame) }, { warm: 1, runs: 3 }) : {}
  return { name, ours: time, others: { ...others, ...slow } }
}

function arqueroTable(table: Table): ReturnType<typeof aq.table> {
  const plain = (column: Column): unknown[] | Float64Array =>
    column.type === 'text' ? Array.from(column.codes, (code) => column.dictionary[code]) : column.values
  return aq.table(Object.fromEntries(table.columns.map((column) => [column.name, plain(column)])))
}
