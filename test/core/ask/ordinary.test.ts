import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askSource as ask } from '#core/ask/ask-source.ts'
import type { Answered } from '#core/ask/answer.ts'
import { cellAt, type Cell } from '#core/table/table.ts'
import { coffeeOrders } from '../../../scripts/sample/coffee-orders.ts'
import { loadPath, type LoadedText } from '../../support/load-text.ts'
import { csvOf } from '../../support/own-files/own-table.ts'
import { ownFileNames, ownFiles } from '../../support/own-files/registry.ts'
import { seededRandom } from '../../support/random.ts'
import { hasShared, sharedPath } from '../../support/shared.ts'
import { type Case, ownQuestions } from './own-questions.ts'
import { short } from './short-query.ts'

/** Benchmark files; everything else is of the project's own making. */
const files: Readonly<Record<string, string>> = {
  taxis: '9_data/files/nyc_taxis_sample.csv',
  penguins: '9_data/files/penguins.csv',
  superstore: '9_data/files/superstore_nlv.csv',
  titanic: '9_data/files/titanic.csv',
}

const orders: readonly Case[] = [
  ['What is the total revenue?', 'sum Revenue', 'SELECT sum("Revenue") FROM t'],
  [
    'how much revenue did we make in 2025',
    'sum Revenue if Order date greaterOrEqual 2025-01-01 and Order date less 2026-01-01',
    'SELECT sum("Revenue") FROM t WHERE year("Order date") = 2025',
  ],
  [
    'how much profit did we make in the North',
    'sum Profit if Region=North',
    `SELECT sum("Profit") FROM t WHERE "Region" = 'North'`,
  ],
  ['total profit by category', 'sum Profit by Category', 'SELECT "Category", sum("Profit") FROM t GROUP BY 1'],
  ['average order value by channel', 'mean Revenue by Channel', 'SELECT "Channel", avg("Revenue") FROM t GROUP BY 1'],
  ['average revenue per order', 'mean Revenue', 'SELECT avg("Revenue") FROM t'],
  ['what is the average delivery time', 'mean Delivery days', 'SELECT avg("Delivery days") FROM t'],
  [
    'worst rated product',
    'mean Rating by Product bottom 10',
    'SELECT "Product", avg("Rating") FROM t GROUP BY 1 ORDER BY 2 LIMIT 10',
  ],
  [
    'which month had the highest revenue',
    'sum Revenue by Order date@month top 10',
    `SELECT strftime(date_trunc('month', "Order date"), '%Y-%m-%d'), sum("Revenue") FROM t GROUP BY 1 ORDER BY 2 DESC LIMIT 10`,
  ],
  [
    'how many orders have a discount above 10%',
    'count if Discount greater 0.1',
    'SELECT count(*) FROM t WHERE "Discount" > 0.1',
  ],
  [
    'how many wholesale orders in 2024',
    'count if Order date greaterOrEqual 2024-01-01 and Order date less 2025-01-01 & Channel=Wholesale',
    `SELECT count(*) FROM t WHERE year("Order date") = 2024 AND "Channel" = 'Wholesale'`,
  ],
  ['how many orders came from Berlin', 'count if City=Berlin', `SELECT count(*) FROM t WHERE "City" = 'Berlin'`],
  [
    'revenue by region and channel',
    'sum Revenue by Region, Channel',
    'SELECT "Region", "Channel", sum("Revenue") FROM t GROUP BY 1, 2',
  ],
  [
    'monthly revenue for Cold brew',
    'sum Revenue by Order date@month if Category=Cold brew',
    `SELECT strftime(date_trunc('month', "Order date"), '%Y-%m-%d'), sum("Revenue") FROM t WHERE "Category" = 'Cold brew' GROUP BY 1`,
  ],
  [
    'what share of revenue comes from wholesale',
    'share sum Revenue of Channel=Wholesale',
    `SELECT sum("Revenue") FILTER ("Channel" = 'Wholesale') / sum("Revenue") FROM t`,
  ],
  [
    'percentage of orders from new customers',
    'share count of Customer type=New',
    `SELECT count(*) FILTER ("Customer type" = 'New') / count(*) FROM t`,
  ],
  [
    'share of revenue by channel',
    'share sum Revenue by Channel',
    'SELECT "Channel", sum("Revenue") / (SELECT sum("Revenue") FROM t) FROM t GROUP BY 1',
  ],
  ['how many different products do we sell', 'distinct Product', 'SELECT count(DISTINCT "Product") FROM t'],
  ['median unit price', 'median Unit price', 'SELECT median("Unit price") FROM t'],
  ['top 5 revenues', 'rows Order ID,Revenue top 5', 'SELECT "Order ID", "Revenue" FROM t ORDER BY 2 DESC, 1 LIMIT 5'],
  [
    'bottom 3 products by profit',
    'sum Profit by Product bottom 3',
    'SELECT "Product", sum("Profit") FROM t GROUP BY 1 ORDER BY 2 LIMIT 3',
  ],
  [
    'how many orders took more than 5 days to deliver',
    'count if Delivery days greater 5',
    'SELECT count(*) FROM t WHERE "Delivery days" > 5',
  ],
  ['how many units did we sell', 'sum Quantity', 'SELECT sum("Quantity") FROM t'],
  [
    'revenue in the last 3 months',
    'sum Revenue if Order date greaterOrEqual 2025-10-01 and Order date less 2026-01-01',
    `SELECT sum("Revenue") FROM t WHERE "Order date" >= '2025-10-01'`,
  ],
  [
    'compare online and wholesale revenue',
    'sum Revenue by Channel if Channel=Online|Wholesale',
    `SELECT "Channel", sum("Revenue") FROM t WHERE "Channel" IN ('Online', 'Wholesale') GROUP BY 1`,
  ],
]

const taxis: readonly Case[] = [
  ['how many trips', 'count', 'SELECT count(*) FROM t'],
  ['how many rides were there', 'count', 'SELECT count(*) FROM t'],
  ['number of records', 'count', 'SELECT count(*) FROM t'],
  [
    'trips per day',
    'count by pickup@day',
    `SELECT strftime(date_trunc('day', pickup), '%Y-%m-%d'), count(*) FROM t GROUP BY 1`,
  ],
  ['how many trips by color', 'count by color', 'SELECT color, count(*) FROM t GROUP BY 1'],
  ['how many passengers', 'sum passengers', 'SELECT sum(passengers) FROM t'],
  ['passengers per trip', 'mean passengers', 'SELECT avg(passengers) FROM t'],
  ['average number of passengers', 'mean passengers', 'SELECT avg(passengers) FROM t'],
  [
    'how many trips were paid by credit card',
    'count if payment=credit card',
    `SELECT count(*) FROM t WHERE payment = 'credit card'`,
  ],
  [
    'what percentage of trips were paid with cash',
    'share count of payment=cash',
    `SELECT count(*) FILTER (payment = 'cash') / count(*) FROM t`,
  ],
  ['how many trips had no tip', 'count if tip=0', 'SELECT count(*) FROM t WHERE tip = 0'],
  ['how many trips over 10 miles', 'count if distance greater 10', 'SELECT count(*) FROM t WHERE distance > 10'],
  [
    'average distance of yellow taxis',
    'mean distance if color=yellow',
    `SELECT avg(distance) FROM t WHERE color = 'yellow'`,
  ],
  [
    'yellow vs green trips',
    'count by color if color=yellow|green',
    `SELECT color, count(*) FROM t WHERE color IN ('yellow', 'green') GROUP BY 1`,
  ],
  [
    'busiest pickup zone',
    'count by pickup_zone if not isNull pickup_zone top 10',
    'SELECT pickup_zone, count(*) FROM t GROUP BY 1 ORDER BY 2 DESC, min(rowid) LIMIT 10',
  ],
  ['tips by payment', 'sum tip by payment', 'SELECT payment, sum(tip) FROM t GROUP BY 1'],
  ['highest tip', 'max tip', 'SELECT max(tip) FROM t'],
]

const penguins: readonly Case[] = [
  ['how many penguins are there', 'count', 'SELECT count(*) FROM t'],
  ['how many species', 'distinct species', 'SELECT count(DISTINCT species) FROM t'],
  ['average body mass by species', 'mean body_mass_g by species', 'SELECT species, avg(body_mass_g) FROM t GROUP BY 1'],
  [
    'which species is the heaviest',
    'mean body_mass_g by species top 10',
    'SELECT species, avg(body_mass_g) FROM t GROUP BY 1 ORDER BY 2 DESC LIMIT 10',
  ],
  [
    'how many Gentoo penguins are female',
    'count if species=Gentoo & sex=FEMALE',
    `SELECT count(*) FROM t WHERE species = 'Gentoo' AND sex = 'FEMALE'`,
  ],
  ['longest flipper', 'max flipper_length_mm', 'SELECT max(flipper_length_mm) FROM t'],
  [
    'share of penguins on Biscoe',
    'share count of island=Biscoe',
    `SELECT count(*) FILTER (island = 'Biscoe') / count(*) FROM t`,
  ],
  [
    'median bill depth per island',
    'median bill_depth_mm by island',
    'SELECT island, median(bill_depth_mm) FROM t GROUP BY 1',
  ],
]

const superstore: readonly Case[] = [
  ['sales by region', 'sum Sales by Region', 'SELECT "Region", sum("Sales") FROM t GROUP BY 1'],
  ['how many customers', 'distinct Customer Name', 'SELECT count(DISTINCT "Customer Name") FROM t'],
  ['how many orders', 'distinct Order ID', 'SELECT count(DISTINCT "Order ID") FROM t'],
  [
    'most profitable state',
    'sum Profit by State top 10',
    'SELECT "State", sum("Profit") FROM t GROUP BY 1 ORDER BY 2 DESC LIMIT 10',
  ],
  ['sales in California', 'sum Sales if State=California', `SELECT sum("Sales") FROM t WHERE "State" = 'California'`],
  [
    'sales of phones in the West',
    'sum Sales if Sub-Category=Phones & Region=West',
    `SELECT sum("Sales") FROM t WHERE "Sub-Category" = 'Phones' AND "Region" = 'West'`,
  ],
  [
    'what percentage of sales comes from technology',
    'share sum Sales of Category=Technology',
    `SELECT sum("Sales") FILTER ("Category" = 'Technology') / sum("Sales") FROM t`,
  ],
  [
    'number of products in each category',
    'distinct Product Name by Category',
    'SELECT "Category", count(DISTINCT "Product Name") FROM t GROUP BY 1',
  ],
]

const titanic: readonly Case[] = [
  [
    'how many passengers embarked in Southampton',
    'count if embark_town=Southampton',
    `SELECT count(*) FROM t WHERE embark_town = 'Southampton'`,
  ],
  ['how many survived', 'count if survived=1', 'SELECT count(*) FROM t WHERE survived = 1'],
  [
    'how many women survived',
    'count if sex=female & survived=1',
    `SELECT count(*) FROM t WHERE sex = 'female' AND survived = 1`,
  ],
  ['how many passengers were in first class', 'count if class=First', `SELECT count(*) FROM t WHERE class = 'First'`],
  ['how many passengers were younger than 18', 'count if age less 18', 'SELECT count(*) FROM t WHERE age < 18'],
  ['how many passengers have no age', 'count if isNull age', 'SELECT count(*) FROM t WHERE age IS NULL'],
  ['how many people travelled alone', 'count if alone=true', 'SELECT count(*) FROM t WHERE alone'],
  ['what was the survival rate', 'share count survived of survived=1', 'SELECT avg(survived) FROM t'],
  ['survival rate by sex', 'share count survived of survived=1 by sex', 'SELECT sex, avg(survived) FROM t GROUP BY 1'],
  [
    'which class had the highest survival rate',
    'share count survived of survived=1 by class top 10',
    'SELECT class, avg(survived) FROM t GROUP BY 1 ORDER BY 2 DESC LIMIT 10',
  ],
  ['share of survivors', 'share count of survived=1', 'SELECT avg(survived) FROM t'],
  ['percentage of women', 'share count of sex=female', `SELECT count(*) FILTER (sex = 'female') / count(*) FROM t`],
  [
    'percentage of women by class',
    'share count of sex=female by class',
    `SELECT class, count(*) FILTER (sex = 'female') / count(*) FROM t GROUP BY 1`,
  ],
  [
    'percentage of women who survived',
    'share count of survived=1 if sex=female',
    `SELECT avg(survived) FROM t WHERE sex = 'female'`,
  ],
  ['average age by class', 'mean age by class', 'SELECT class, avg(age) FROM t GROUP BY 1'],
  [
    'average fare of women who survived',
    'mean fare if sex=female & survived=1',
    `SELECT avg(fare) FROM t WHERE sex = 'female' AND survived = 1`,
  ],
  [
    'number of children by class',
    'count by class if who=child',
    `SELECT class, count(*) FROM t WHERE who = 'child' GROUP BY 1`,
  ],
]

const seed = Number(process.env['EDGEWISE_SEED'] ?? 20_261_130)

const all: Readonly<Record<string, readonly Case[]>> = { orders, taxis, penguins, superstore, titanic, ...ownQuestions }

const rounded = (cell: Cell): Cell => (typeof cell === 'number' ? Number(cell.toPrecision(10)) : cell)
const isNumber = (cell: unknown): boolean => typeof cell === 'string' && cell !== '' && !Number.isNaN(Number(cell))
const sorted = (rows: readonly (readonly Cell[])[]): readonly unknown[] =>
  rows
    .map((row) => row.map((cell) => rounded(isNumber(cell) ? Number(cell) : cell)))
    .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))

let referee: DuckDBConnection
let own: string
beforeAll(async () => {
  own = mkdtempSync(join(tmpdir(), 'edgewise-ordinary-'))
  writeFileSync(join(own, 'orders.csv'), coffeeOrders())
  for (const name of ownFileNames) writeFileSync(join(own, `${name}.csv`), csvOf(ownFiles[name](seededRandom(seed))))
  referee = await (await DuckDBInstance.create()).connect()
})
afterAll(() => {
  referee.closeSync()
  rmSync(own, { recursive: true })
})

const isHere = (name: string): boolean => files[name] === undefined || hasShared(files[name])

describe.each(Object.entries(all))(`[W6, M5] ordinary questions about %s (EDGEWISE_SEED=${seed})`, (name, cases) => {
  let loaded: LoadedText
  beforeAll(async () => {
    if (!isHere(name)) return
    const path = files[name] === undefined ? join(own, `${name}.csv`) : sharedPath(files[name])
    const read = await loadPath(path)
    if (read === null) throw new Error(`${path} could not be loaded`)
    loaded = read
    const encoding = name === 'superstore' ? 'latin-1' : 'utf-8'
    await referee.run(`CREATE OR REPLACE TABLE t AS FROM read_csv('${path}', encoding = '${encoding}')`)
  })

  test.skipIf(!isHere(name)).each(cases)('%s', async (question, meant, sql) => {
    const answer = await ask(question, loaded)
    expect(answer.status, JSON.stringify(answer)).toBe('answer')
    const { reading, table } = answer as Answered
    expect(short(reading.query)).toBe(meant)
    const expected = (await referee.runAndReadAll(sql)).getRowsJson() as Cell[][]
    const found = Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => cellAt(column, row)))
    expect(sorted(found)).toEqual(sorted(expected))
  })
})
