import { DuckDBInstance } from '@duckdb/node-api'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { parquetSource } from '#core/table/parquet-source.ts'
import { type Benchmark, type Measurement, race } from './benchmark.ts'
import { assertSameRows, engineAnswer } from './engine-answer.ts'
import { withFile } from './file-on-disk.ts'
import { withSalesFile } from './sales-file.ts'
import { salesQuestions } from './sales-queries.ts'

/** From a closed file to an answer: footer, two columns of it, decoding, grouping. */
export const coldParquet: Benchmark = {
  title: 'Two columns of 1M rows from a Parquet file',
  run: () =>
    withSalesFile(async (file) => [
      await compare(file, '1 group'),
      await compare(file, 'top 10'),
      await compare(file, 'by month'),
    ]),
}

async function compare(file: string, name: string): Promise<Measurement> {
  const question = salesQuestions[name]
  const [query] = question?.queries ?? []
  const sql = (question?.sql[0] ?? '').replace('FROM sales', `FROM read_parquet('${file}')`)
  if (!query) throw new Error(`No question ${name}`)
  const columns = [...(query.dimensions ?? []).map(({ column }) => column), 'amount']
  const ours = () =>
    withFile(file, async (bytes) => {
      const source = await parquetSource(bytes)
      if (!source.ok) throw new Error(source.error.message)
      return engineAnswer(query, source.value)
    })
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  const theirs = async () => (await connection.runAndReadAll(sql)).getRowsJson() as unknown[][]
  const start = performance.now()
  const answer = await ours()
  const first = performance.now() - start
  assertSameRows(name, answer, await theirs())
  const alone = async () => parquetReadObjects({ file: await asyncBufferFromFile(file), columns })
  const { ours: time, ...others } = await race({ ours, DuckDB: theirs })
  const slow = await race({ 'hyparquet, reading alone': alone }, { warm: 1, runs: 3 })
  connection.closeSync()
  instance.closeSync()
  return { name: `${name} (the very first took ${first.toFixed(0)} ms)`, ours: time, others: { ...others, ...slow } }
}
