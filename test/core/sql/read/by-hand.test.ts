import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runQuery } from '#core/engine/run-query.ts'
import { readQuery } from '#core/sql/read/read-query.ts'
import { readRows } from '#core/sql/read-rows.ts'
import type { SqlTable } from '#core/sql/table.ts'
import { tableSource } from '#core/table/table-source.ts'
import { difference } from '../../../eval/differential/compare.ts'
import { randomOrders } from '../../../eval/differential/random-data.ts'
import type { Database } from '../../../support/databases/database.ts'
import { startDuckDb } from '../../../support/databases/duckdb.ts'
import { seededRandom } from '../../../support/random.ts'

const table = randomOrders(seededRandom(7), 800)
const source = tableSource([table])
let database: Database
let orders: SqlTable
beforeAll(async () => {
  database = await startDuckDb()
  orders = await database.load('orders', table)
})
afterAll(() => database.close())

/** As people write them: each answered by native DuckDB, and by Edgewise's engine as the Query that is read from it. */
const statements = [
  'SELECT region, sum(amount) AS total FROM orders GROUP BY region ORDER BY total DESC',
  'select REGION, Count(*) from Orders group by 1 order by 2 desc, 1 limit 3',
  'SELECT o.region, count(DISTINCT o.customer) AS customers FROM orders AS o GROUP BY ALL ORDER BY region',
  'SELECT count(*), count(flag), avg(amount), min(day), max("at"), median(amount) FROM orders',
  'SELECT region, CAST(median(day) AS DATE) AS middle, median(recent) AS m FROM orders GROUP BY region ORDER BY region',
  'SELECT quantile_cont(amount, 0.9), stddev(amount), variance(rate), stddev_samp(quantity) FROM orders',
  "SELECT date_trunc('month', day) AS month, sum(quantity) FROM orders WHERE day >= '2000-01-01' GROUP BY month ORDER BY month",
  "SELECT date_trunc('week', recent) AS week, count(*) FROM orders GROUP BY 1 ORDER BY 1",
  'SELECT CAST(recent AS DATE) AS day_of_it, count(*) FROM orders GROUP BY 1 ORDER BY 1 LIMIT 20 OFFSET 5',
  'SELECT month(recent) AS m, isodow(recent) AS d, count(*) FROM orders GROUP BY m, d ORDER BY m, d',
  "SELECT extract(hour FROM recent) AS h, date_part('quarter', recent) AS q, sum(amount) FROM orders GROUP BY 1, 2 ORDER BY 1, 2",
  'SELECT year(recent) AS y, week(recent) AS w, count(*) FROM orders GROUP BY ALL ORDER BY y, w',
  "SELECT count(*) FROM orders WHERE region <> 'North' AND NOT (quantity BETWEEN 2 AND 5)",
  "SELECT count(*) FROM orders WHERE NOT (region = 'North' AND amount > 10) OR flag",
  "SELECT count(*) FROM orders WHERE region NOT IN ('North', 'South') OR region IS NULL",
  'SELECT count(*) FROM orders WHERE flag IS NOT TRUE',
  'SELECT count(*) FROM orders WHERE NOT flag AND rate IS NOT NULL AND 5 <= quantity',
  'SELECT count(*) FROM orders WHERE flag = false AND quantity > -1',
  "SELECT count(*) FROM orders WHERE region IS DISTINCT FROM 'North'",
  'SELECT count(*) FROM orders WHERE "City" ILIKE \'%b%\'',
  'SELECT count(*) FROM orders WHERE "City" LIKE \'B%\' AND "City" NOT LIKE \'%IN\'',
  "SELECT count(*) FROM orders WHERE \"City\" LIKE '%er%' OR code LIKE '%-1%'",
  "SELECT count(*) FROM orders WHERE \"City\" LIKE '100!%' OR \"City\" = 'it''s'",
  "SELECT count(*) FROM orders WHERE year(recent) = 2024 AND recent < TIMESTAMP '2024-06-01 12:30:00'",
  "SELECT count(*) FROM orders WHERE CAST(recent AS DATE) BETWEEN '2024-02-01' AND '2024-03-15'",
  "SELECT count(*) FROM orders WHERE date_trunc('month', recent) = DATE '2024-05-01'",
  "SELECT count(*) FROM orders WHERE day > DATE '2001-02-03' AND \"at\" <= '1999-01-01'",
  'SELECT count(*) FROM orders WHERE took > 90 AND took <= 5000.25',
  'SELECT region, sum(took) AS took_in_all FROM orders GROUP BY region ORDER BY region',
  'SELECT region, sum(amount) FILTER (WHERE flag) AS yes, count(*) FILTER (WHERE NOT flag) AS no FROM orders GROUP BY region ORDER BY region',
  'SELECT region, sum(CASE WHEN flag THEN amount END) AS yes FROM orders GROUP BY region ORDER BY region',
  'SELECT region, sum(amount * quantity) AS worth FROM orders GROUP BY region ORDER BY region',
  'SELECT region, sum(amount) / count(*) AS each_one FROM orders GROUP BY region ORDER BY region',
  'SELECT region, sum(amount) AS s FROM orders GROUP BY region HAVING sum(amount) > 1000 ORDER BY s',
  "SELECT region, count(*) AS n FROM orders GROUP BY region HAVING n > 100 AND region <> 'West' ORDER BY n DESC, region",
  'SELECT DISTINCT region, flag FROM orders ORDER BY region DESC, flag',
  'SELECT code, amount, day FROM orders WHERE amount > 7000 ORDER BY amount DESC, code',
  'SELECT code AS key, amount * 2 AS double_amount FROM orders WHERE amount + quantity > 7000 ORDER BY key',
  "SELECT upper(region) AS r, CASE WHEN quantity > 3 THEN 'many' ELSE 'few' END AS size, count(*) FROM orders GROUP BY 1, 2 ORDER BY 1, 2",
  "SELECT region || '-' || left(code, 6) AS key, count(*) FROM orders GROUP BY key ORDER BY key",
  'SELECT floor(amount / 1000) * 1000 AS band, count(*) FROM orders GROUP BY band ORDER BY band',
  'WITH big AS (SELECT region, amount AS a FROM orders WHERE amount > 0) SELECT region, sum(a) AS s FROM big GROUP BY region ORDER BY region',
  'SELECT region, s FROM (SELECT region, sum(amount) AS s FROM orders GROUP BY region) t WHERE s > 0 ORDER BY s DESC;',
  "SELECT coalesce(region, 'none') AS r, min(quantity) AS low, max(code) AS last_code FROM orders GROUP BY 1 ORDER BY 1 -- a comment",
]

describe('[R3, R4, R5, R6, R7] a SELECT that is read has the numbers that native DuckDB gives it', () => {
  test.each(statements)('%s', async (sql) => {
    const read = readQuery(sql, { d: orders })
    if (!read.ok) throw new Error(`${read.error.message} ${read.error.hint}`)
    const answered = await runQuery(read.value, source)
    if (!answered.ok) throw new Error(answered.error.message)
    const { columns } = answered.value
    const fields = columns.map(({ name, type }) => ({ name, type }))
    const theirs = readRows(await database.run({ text: sql, values: [] }), fields)
    const inTheirUnits = {
      ...theirs,
      columns: theirs.columns.map((column) =>
        column.type === 'duration' ? { ...column, values: column.values.map((seconds) => seconds * 1000) } : column,
      ),
    }
    expect(difference(answered.value, inTheirUnits, new Map())).toBeNull()
    expect(answered.value.rows).toBeGreaterThan(0)
  })
})
