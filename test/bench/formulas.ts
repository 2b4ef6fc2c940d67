import { DuckDBInstance } from '@duckdb/node-api'
import { columnsOfQuery } from '#core/query/columns-of-query.ts'
import { validateQuery } from '#core/query/validate-query.ts'
import { duckdb } from '#core/sql/dialects/duckdb.ts'
import { compileQuery } from '#core/sql/compile-query.ts'
import { tableSource } from '#core/table/table-source.ts'
import { type Benchmark, type Measurement, race } from './benchmark.ts'
import { assertSameRows, engineAnswer } from './engine-answer.ts'
import { withSalesFile } from './sales-file.ts'
import { salesFields, salesTable } from './sales.ts'

/** Each is computed for every row and summed up by region, so that no engine can leave rows out. */
const formulas: Readonly<Record<string, string>> = {
  arithmetic: '[price] * [quantity] * 0.9 + 2',
  'a ratio with if': 'if([quantity] > 6, [amount] / [quantity], [price])',
  'months between dates': "date_diff('month', [day], date('2024-12-31'))",
  'text of a column': "length(upper(left([category], 12)) & '!')",
  'a choice by text':
    "case when [category] in ('Category 1', 'Category 2') then 1 when contains([region], '3') then 2 else 0 end",
}

/** Calculated columns over rows in memory, beside the SQL that the same Query becomes. */
export const formulaColumns: Benchmark = {
  title: 'Calculated columns of 1M rows, summed by region',
  run: () =>
    withSalesFile(async (file) => {
      const source = tableSource([salesTable()])
      const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
      const connection = await instance.connect()
      await connection.run(`CREATE TABLE sales AS SELECT * FROM read_parquet('${file}')`)
      const measurements: Measurement[] = []
      for (const [name, formula] of Object.entries(formulas)) {
        const input = {
          dataset: 'sales',
          calculations: [{ name: 'computed', formula }],
          dimensions: [{ column: 'region' }],
          measures: [{ aggregate: 'sum' as const, column: 'computed', as: 'total' }],
          sort: [{ by: 'region', direction: 'ascending' as const }],
        }
        const query = validateQuery(input, salesFields)
        if (!query.ok) throw new Error(query.error.message)
        const { text, values } = compileQuery(query.value, { sales: { path: ['sales'], columns: salesFields } }, duckdb)
        const ours = () => engineAnswer(input, source)
        const theirs = async () => (await connection.runAndReadAll(text, [...values])).getRowsJson() as unknown[][]
        assertSameRows(name, await ours(), await theirs())
        const { ours: time, ...others } = await race({ ours, DuckDB: theirs })
        measurements.push({ name: `${name}, of ${columnsOfQuery(query.value).length} columns`, ours: time, others })
      }
      connection.closeSync()
      instance.closeSync()
      return measurements
    }),
}
