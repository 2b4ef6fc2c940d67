import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { askSource as ask } from '#core/ask/ask-source.ts'
import type { Answered } from '#core/ask/answer.ts'
import { cellAt } from '#core/table/table.ts'
import type { LoadedText } from '../../support/load-text.ts'
import { loadOrders, ordersCsv } from '../../support/orders.ts'

let orders: LoadedText
let referee: DuckDBConnection
beforeAll(async () => {
  orders = await loadOrders()
  const path = join(mkdtempSync(join(tmpdir(), 'edgewise-ask-')), 'orders.csv')
  writeFileSync(path, ordersCsv())
  referee = await (await DuckDBInstance.create()).connect()
  await referee.run(`CREATE TABLE orders AS FROM read_csv('${path}')`)
})

async function answerTo(question: string): Promise<Answered> {
  const answer = await ask(question, orders)
  if (answer.status !== 'answer') throw new Error(`${question}: ${JSON.stringify(answer)}`)
  return answer
}

describe('figures equal those of native DuckDB', () => {
  test.each([
    ['total sales', 'SELECT sum(sales) FROM orders'],
    ['average unit price in West', `SELECT avg(unit_price) FROM orders WHERE region = 'West'`],
    [
      'how many different customers in 2024',
      'SELECT count(DISTINCT customer_name) FROM orders WHERE year(order_date) = 2024',
    ],
    ['sales by region', 'SELECT region, sum(sales) FROM orders GROUP BY 1 ORDER BY 2 DESC'],
    ['top 3 products by quantity', 'SELECT product_name, sum(quantity) FROM orders GROUP BY 1 ORDER BY 2 DESC LIMIT 3'],
    ['median sales per segment', 'SELECT segment, median(sales) FROM orders GROUP BY 1 ORDER BY 2 DESC'],
    ['how many orders were not returned', 'SELECT count(*) FROM orders WHERE NOT returned'],
    [
      'orders without email by region',
      'SELECT region, count(*) FROM orders WHERE email IS NULL GROUP BY 1 ORDER BY 2 DESC',
    ],
    [
      'sales by quarter',
      `SELECT strftime(date_trunc('quarter', order_date), '%Y-%m-%d'), sum(sales) FROM orders GROUP BY 1 ORDER BY 1`,
    ],
    ['what percentage of orders are in West', `SELECT count(*) FILTER (region = 'West') / count(*) FROM orders`],
  ])('%s', async (question, sql) => {
    const { table } = await answerTo(question)
    const expected = (await referee.runAndReadAll(sql))
      .getRowsJson()
      .map((row) => row.map((cell) => (typeof cell === 'string' && !Number.isNaN(Number(cell)) ? Number(cell) : cell)))
    const rows = Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => cellAt(column, row)))
    expect(sortRows(rows)).toEqual(sortRows(expected))
  })
})

const sortRows = (rows: readonly (readonly unknown[])[]): unknown[] =>
  rows
    .map((row) => row.map((cell) => (typeof cell === 'number' ? Number(cell.toFixed(9)) : cell)))
    .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))

describe('[H6] sentences', () => {
  test.each([
    ['total sales', /^Total sales is 22,8\d\d\.$|^Total sales is [\d,]+\.$/],
    ['how many orders in West', /^60 orders have Region West, 25% of all 240\.$/],
    ['how many orders were returned', /^Returned is yes for 27 orders, 11\.3% of all 240\.$/],
    ['how many orders in 2024', /^There are 118 orders in 2024, 49\.2% of all 240\.$/],
    [
      'sales by region',
      /^Of 4 regions, \w+ has the highest total sales \([\d,.]+, [\d.]+% of the total\) and \w+ has the lowest \([\d,.]+, [\d.]+%\)\.$/,
    ],
    [
      'which region has the lowest sales',
      /^\w+ has the lowest total sales: [\d,.]+\. Next are \w+ \([\d,.]+\) and \w+ \([\d,.]+\)\.$/,
    ],
    [
      'top 2 products by sales',
      /^The 2 products with the highest total sales are .+ \([\d,.]+\) and .+ \([\d,.]+\)\.$/,
    ],
    [
      'monthly sales',
      /^Total sales (rose|fell) [\d.]+% from [\d,.]+ in Jan 2023 to [\d,.]+ in Dec 2024\. The peak was [\d,.]+ in .+, the low [\d,.]+ in .+\.$/,
    ],
    ['what percentage of orders are in West', /^25% of orders have Region West \(60 of 240\)\.$/],
    ['distribution of unit price', /^Most often unit price is .+ to .+: \d+ orders, [\d.]+% of the total\./],
    [
      'sales vs quantity',
      /^Sales and quantity rise together strongly \(r = 0\.\d+, p < 0\.001\)\. Each dot is one of 240 orders\.$/,
    ],
    ['latest order date', /^The latest order date is 18 Dec 2024\.$/],
  ])('%s', async (question, pattern) => expect((await answerTo(question)).text).toMatch(pattern))

  test('say why there is nothing, and what to do', async () => {
    const { text, table } = await answerTo('sales in January 2030 by region')
    expect(table.rows).toBe(0)
    expect(text).toBe(
      'No orders match: Order date in Jan 2030. Order date runs from 1 Jan 2023 to 18 Dec 2024. Leave out a condition to see more.',
    )
  })
})

test('[C4] a value that is too rare for the model is looked up in the data', async () => {
  const model = {
    ...orders.model,
    columns: orders.model.columns.map((column) => ({ ...column, values: column.values.slice(0, 1) })),
  }
  const answer = await ask('total sales of Customer 59', { model, source: orders.source })
  expect(answer).toMatchObject({
    status: 'answer',
    reading: { query: { filters: [{ op: 'in', column: 'customer_name', values: ['Customer 59'] }] } },
  })
})

test('the chart asked for is used where it can show the result', async () => {
  expect((await answerTo('bar chart of sales by region')).chart.type).toBe('bar')
  expect((await answerTo('sales by month')).chart.type).toBe('line')
  expect((await answerTo('histogram of sales')).chart.type).toBe('histogram')
})

test('the same question has the same answer', async () => {
  expect(JSON.stringify(await ask('sales by region', orders))).toBe(
    JSON.stringify(await ask('sales by region', orders)),
  )
})
