import { expect, test } from 'vitest'
import { readQuery } from '#core/sql/read/read-query.ts'

const tables = {
  id: {
    path: ['orders'],
    columns: [
      { name: 'Region', type: 'text' },
      { name: 'Order Date', type: 'date' },
      { name: 'at', type: 'timestamp' },
      { name: 'Sales', type: 'decimal' },
    ],
  },
} as const

const problemOf = (sql: string): readonly [string, string | null] => {
  const found = readQuery(sql, tables)
  if (found.ok) throw new Error(`It was read: ${JSON.stringify(found.value)}`)
  const { message, place } = found.error
  return [message, place && sql.slice(place.from, place.to)]
}

test.each([
  ['SELECT region FROM orders JOIN orders b ON true', 'A second dataset', 'JOIN'],
  ['SELECT region FROM orders, orders', 'A second dataset', ','],
  ['SELECT sum(Sales) OVER () FROM orders', 'A window (OVER)', 'OVER'],
  ['SELECT region FROM orders UNION ALL SELECT region FROM orders', 'UNION', 'UNION'],
  ['SELECT string_agg(region) FROM orders', 'string_agg', 'string_agg(region)'],
  ['SELECT region FROM orders WHERE sales > (SELECT 1)', 'A query within the query', 'SELECT'],
  ['SELECT region FROM orders QUALIFY 1 = 1', 'QUALIFY', 'QUALIFY'],
  ['SELECT region FROM orders ORDER BY region NULLS FIRST', 'NULLS FIRST', 'NULLS'],
  ['SELECT region FROM orders ORDER BY Sales', 'Sorting by what is not selected', 'Sales'],
  ['SELECT count(*) FROM orders GROUP BY region', 'Grouping by what is not selected', 'region'],
  [
    'SELECT region, count(*) FROM orders GROUP BY 1 HAVING sum(Sales) > 1',
    'A HAVING about what is not selected',
    'sum(Sales) > 1',
  ],
  ['SELECT region FROM orders LIMIT 0', 'LIMIT 0', 'SELECT region FROM orders LIMIT 0'],
  ['SELECT median("Order Date") FROM orders', 'A median between two days', 'median("Order Date")'],
  ['SELECT count(DISTINCT region, Sales) FROM orders', 'count of several columns', 'count(DISTINCT region, Sales)'],
  ['SELECT region || Sales AS both FROM orders', 'Joining what is not surely text', 'Sales'],
  ['SELECT sum(DISTINCT Sales) FROM orders', 'sum(DISTINCT …)', 'sum(DISTINCT Sales)'],
  ['SELECT region FROM orders WHERE "Order Date" = \'2024-03\'', 'Comparing Order Date with "2024-03"', "'2024-03'"],
  ["SELECT region FROM orders WHERE region LIKE 'a_c'", 'This pattern', "'a_c'"],
  ['WITH RECURSIVE r AS (SELECT region FROM orders) SELECT * FROM r', 'WITH RECURSIVE', 'RECURSIVE'],
])('[R2] %s', (sql, what, place) => {
  expect(problemOf(sql)).toEqual([`${what} has no counterpart in Explore.`, place])
})

test.each([
  ['SELECT regoin FROM orders', 'There is no column “regoin”.', 'regoin'],
  ['SELECT region FROM others', 'There is no dataset “others”.', 'others'],
  ['SELECT region, sum(Sales) FROM orders', 'This stands neither in GROUP BY nor in an aggregate.', 'region'],
  ['SELECT region FROM orders WHERE Sales = NULL', 'Nothing is equal to NULL, nor different from it.', 'NULL'],
  ['SELECT region FROM orders WHERE', 'The SQL ends too early.', ''],
  ['SELECT region FRM orders', '“orders” does not fit here.', 'orders'],
  ['DELETE FROM orders', '“DELETE” does not fit here.', 'DELETE'],
  ["SELECT 'region FROM orders", 'A text is opened and never closed.', "'region FROM orders"],
])('[R2] %s', (sql, message, place) => {
  expect(problemOf(sql)).toEqual([message, place])
})
