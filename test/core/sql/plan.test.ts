import { beforeAll, describe, expect, test } from 'vitest'
import type { DuckSession } from '#core/sql/duck/session.ts'
import { gate, type Gated } from '#core/sql/gate/gate.ts'
import { duckWithTables, gateTables } from '../../support/duck-session.ts'

const bounds = { memory: 96 * 1024 * 1024, work: 1_000_000, seconds: 20 }

/** The same three small tables, said to have so many rows: the plan is checked, and then the query would run at once. */
const claimed = gateTables.map(({ name, rows }) => ({ name, rows: rows * 1000 }))

let session: DuckSession
beforeAll(async () => {
  session = await duckWithTables(bounds)
})

async function codeOf(sql: string): Promise<string> {
  const gated = gate(sql, gateTables)
  if (!gated.ok) return gated.error.code
  const result = await session.run(gated.value, { sql })
  return result.ok ? 'ran' : result.error.code
}

describe('pairs of rows', () => {
  test.each([
    ['a comma', `SELECT count(*) FROM visits a, visits b`],
    ['CROSS JOIN', `SELECT count(*) FROM visits a CROSS JOIN visits b`],
    ['a comma and a filter of one side', `SELECT count(*) FROM visits a, visits b WHERE a.amount > 10`],
    ['ON true', `SELECT count(*) FROM visits a JOIN visits b ON true`],
    ['an equality of one side', `SELECT count(*) FROM visits a JOIN visits b ON a.region = 'West'`],
    ['an inequality', `SELECT count(*) FROM visits a JOIN visits b ON a.amount <> b.amount`],
    ['less than', `SELECT count(*) FROM visits a JOIN visits b ON a.amount < b.amount`],
    ['less than, twice', `SELECT count(*) FROM visits a JOIN visits b ON a.amount < b.amount AND a.id > b.id`],
    ['an equality or another', `SELECT count(*) FROM visits a JOIN visits b ON a.id = b.id OR a.amount > b.amount`],
    ['LIKE', `SELECT count(*) FROM visits a, visits b WHERE a.note LIKE b.note || '%'`],
    ['levenshtein', `SELECT sum(levenshtein(a.region, b.region)) FROM visits a, visits b`],
    ['a part of a WITH', `WITH x AS (FROM visits) SELECT count(*) FROM x a, x b`],
    ['a part that is kept', `WITH x AS MATERIALIZED (FROM visits) SELECT count(*) FROM x a, x b`],
    ['a query in a query', `SELECT * FROM (SELECT count(*) FROM (SELECT 1 FROM visits a, visits b))`],
    ['a query for each row', `SELECT (SELECT count(*) FROM visits b WHERE b.amount > a.amount) FROM visits a`],
    ['EXISTS', `SELECT count(*) FROM visits a WHERE EXISTS (FROM visits b WHERE b.amount < a.amount - 1)`],
    ['> ALL', `SELECT count(*) FROM visits a WHERE a.amount > ALL (SELECT amount FROM visits b WHERE b.id <> a.id)`],
    ['LATERAL', `SELECT count(*) FROM visits a, LATERAL (SELECT * FROM visits b WHERE b.amount > a.amount) t`],
    ['one side of a UNION', `SELECT 1 AS n UNION ALL SELECT count(*) FROM visits a, visits b`],
    ['series', 'SELECT count(*) FROM range(100000) a, range(100000) b'],
    [
      'series of moments',
      `SELECT count(*) FROM visits a, generate_series(DATE '1900-01-01', DATE '2100-01-01', INTERVAL 1 HOUR)`,
    ],
    ['lists', `SELECT count(*) FROM visits a, (SELECT unnest(range(1000))) b`],
    [
      'a recursion',
      'WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 9) SELECT count(*) FROM r a, r b',
    ],
    ['PIVOT', `PIVOT (SELECT a.region, b.amount FROM visits a, visits b) ON region IN ('West') USING sum(amount)`],
  ])('by %s are refused when they are too many', async (_, sql) => {
    expect(await codeOf(sql)).toBe('sql/pairs')
  })

  test('are not looked for in a plan that is too wide to be read', async () => {
    const sql = `SELECT count(*) FROM ${Array.from({ length: 18 }, (_, at) => `orders t${at}`).join(', ')} WHERE t1.id > 3`
    expect(await codeOf(sql)).toBe('sql/too-many-parts')
  })

  test.each([
    ['a total of one row', `SELECT a.amount / t.total FROM visits a, (SELECT sum(amount) AS total FROM visits) t`],
    [
      'a total that is kept',
      `WITH t AS MATERIALIZED (SELECT sum(amount) AS s FROM visits) SELECT amount / s FROM visits a, t`,
    ],
    [
      'totals of one row each',
      `SELECT x.s / y.s FROM (SELECT sum(amount) AS s FROM visits) x, (SELECT sum(id) AS s FROM visits) y`,
    ],
    ['a value written down', `SELECT count(*) FROM visits a, (VALUES (1), (2)) v(n)`],
    ['an equality', `SELECT count(*) FROM visits a, visits b WHERE a.id = b.id AND a.amount >= b.amount`],
    ['USING', `SELECT count(*) FROM visits a JOIN visits b USING (id, day)`],
    ['small tables', 'SELECT count(*) FROM orders a, orders b WHERE a.amount < b.amount'],
    [
      'a calendar',
      "SELECT count(*) FROM customers, generate_series(DATE '2024-01-01', DATE '2024-12-31', INTERVAL 1 DAY)",
    ],
    ['bands', `SELECT count(*) FROM visits o JOIN price_list p ON o.amount BETWEEN p.price AND p.price + 1`],
    [
      'a query for each row, by an equality',
      `SELECT (SELECT max(b.amount) FROM visits b WHERE b.id = a.id) FROM visits a`,
    ],
    ['POSITIONAL', `SELECT count(*) FROM visits a POSITIONAL JOIN visits b`],
  ])('by %s are not', async (_, sql) => {
    expect(await codeOf(sql)).toBe('ran')
  })

  test('are counted by the rows of the datasets where an estimate is a guess', async () => {
    const sql = 'SELECT count(*) FROM orders a, orders b WHERE a.amount < b.amount AND a.id > 5'
    const gated = gate(sql, claimed) as { readonly ok: true; readonly value: Gated }
    expect(await session.run(gated.value, { sql })).toMatchObject({ ok: false, error: { code: 'sql/pairs' } })
  })
})

describe('a call that costs too much', () => {
  test.each([
    ['SELECT levenshtein(repeat(region, 100), repeat(product, 100)) FROM orders', 'levenshtein'],
    ['SELECT jaccard(repeat(region, 1000), repeat(product, 1000)) FROM orders', 'jaccard'],
    ["SELECT damerau_levenshtein(repeat('ab', 500), repeat('ba', 500))", 'damerau_levenshtein'],
    ['SELECT max(jaro_similarity(repeat(region, 200), repeat(product, 200))) FROM orders', 'jaro_similarity'],
    ["SELECT repeat(region, 9000).editdist3('abcdefghijklmnopqrstuvwxyz') FROM orders", 'editdist3'],
    ['SELECT length(repeat(region, wide::INT)) FROM (SELECT region, id * 1000 AS wide FROM orders)', 'repeat'],
    ['SELECT lpad(region, wide::INT, product) FROM (SELECT region, product, id * 1000 AS wide FROM orders)', 'lpad'],
    ["SELECT repeat(region, 1000) GLOB '*a*b*c*d*e*f' FROM orders", 'GLOB'],
    ["SELECT repeat(region, 1000) LIKE '%a%b%c%d%e%f' ESCAPE '!' FROM orders", 'LIKE'],
  ])('%s is refused by name', async (sql, name) => {
    const gated = gate(sql, gateTables)
    if (!gated.ok) throw new Error(gated.error.message)
    const result = await session.run(gated.value, { sql })
    expect(result).toMatchObject({ ok: false, error: { code: 'sql/too-costly' } })
    expect(!result.ok && result.error.message).toContain(name)
  })

  test.each([
    'SELECT regexp_matches(region, product) FROM orders',
    "SELECT regexp_replace(region, product || '.*', '') FROM orders",
    "SELECT regexp_matches(region, 'a' || product) FROM orders",
    'SELECT region.regexp_matches(product) FROM orders',
    `SELECT regexp_matches(region, '${'a?'.repeat(300)}') FROM orders`,
    'SELECT region SIMILAR TO product FROM orders',
    "SELECT region SIMILAR TO 'a' || product FROM orders",
    'SELECT region ~ product FROM orders',
  ])('%s is refused for its pattern', async (sql) => {
    expect(await codeOf(sql)).toBe('sql/pattern')
  })
})

describe('LIKE', () => {
  const matches = async (text: string, operator: string, pattern: string): Promise<unknown> => {
    const sql = `SELECT ${text} ${operator} ${pattern} AS found`
    const gated = gate(sql, gateTables)
    const result = gated.ok ? await session.run(gated.value, { sql }) : gated
    if (!result.ok) throw new Error(result.error.message)
    const [column] = result.value.table.columns
    return column?.type === 'text' ? null : column?.values[0]
  }

  test.each([
    ["repeat('a', 9000) || 'b'", 'LIKE', "'%a%a%a%a%a%b'", 1],
    ["repeat('a', 9000)", 'LIKE', "'%a%a%a%a%a%_b'", 0],
    ["repeat('A', 9000) || '.B'", 'ILIKE', "'%a%a%a%a%.b'", 1],
    ["repeat('a', 9000) || 'xB'", 'LIKE', "'%a%a%a%a%.B'", 0],
    ["repeat('a', 9000) || chr(10) || 'é(b)'", 'LIKE', "'%a%a%a_é(_)'", 1],
    ["repeat('a', 9000)", 'NOT LIKE', "'%a%a%a%b%a'", 1],
    ["repeat('a', 9000)", 'NOT ILIKE', "'%A%A%A%A'", 0],
  ])('over a long text with many wildcards: %s %s %s', async (text, operator, pattern, found) => {
    expect(await matches(text, operator, pattern)).toBe(found)
  })
})
