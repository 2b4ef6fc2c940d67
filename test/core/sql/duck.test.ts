import { beforeAll, describe, expect, test } from 'vitest'
import type { DuckSession } from '#core/sql/duck/session.ts'
import { gate } from '#core/sql/gate/gate.ts'
import { atItsPlace } from '#core/sql/gate/place-of-error.ts'
import type { Cell } from '#core/table/table.ts'
import { cellAt } from '#core/table/table.ts'
import { duckWithTables, gateTables } from '../../support/duck-session.ts'
import { bombs } from '../../support/sql-attacks.ts'
import { honest } from '../../support/sql-queries.ts'

const megabyte = 1024 * 1024
const bounds = { memory: 96 * megabyte, work: 1_000_000, seconds: 20 }

let session: DuckSession
beforeAll(async () => {
  session = await duckWithTables(bounds)
})

async function run(sql: string, on = session) {
  const gated = gate(sql, gateTables)
  return gated.ok ? on.run(gated.value, { sql }) : gated
}

async function rowsOf(sql: string): Promise<readonly (readonly Cell[])[]> {
  const result = await run(sql)
  if (!result.ok) throw new Error(`${sql}: ${result.error.message}`)
  const { rows, columns } = result.value.table
  return Array.from({ length: rows }, (_, row) => columns.map((column) => cellAt(column, row)))
}

describe('honest SQL', () => {
  test('there are at least a hundred queries', () => expect(new Set(honest).size).toBeGreaterThanOrEqual(100))

  test.each(honest)('%s', async (sql) => {
    const result = await run(sql)
    expect(result.ok ? '' : result.error.message).toBe('')
  })
})

describe('figures', () => {
  test('come back typed', async () => {
    const result = await run(
      'SELECT region, sum(quantity) AS n, avg(amount) AS mean, max(day) AS day, count(*) FROM orders GROUP BY 1',
    )
    expect(result.ok && result.value.table.columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'region text',
      'n decimal',
      'mean decimal',
      'day date',
      'count_star() integer',
    ])
  })

  test('are those of the rows', async () => {
    expect(await rowsOf('SELECT count(*), sum(id), min(day)::VARCHAR FROM orders')).toEqual([
      [400, 80200, '2024-01-01'],
    ])
    expect(await rowsOf('SELECT NULL AS nothing, true AS yes, [1, 2] AS list')).toEqual([[null, true, '[1,2]']])
  })

  test('that no float holds exactly are shown as text', async () => {
    expect(await rowsOf('SELECT 9007199254740993 AS n')).toEqual([['9007199254740993']])
  })

  test('of an empty result keep their columns', async () => {
    const result = await run('SELECT id, region FROM orders WHERE false')
    expect(result.ok && result.value.table).toMatchObject({ rows: 0, columns: [{ name: 'id' }, { name: 'region' }] })
  })

  test('stop at 100,000 rows, and it is said', async () => {
    const result = await run('SELECT * FROM range(100001)')
    expect(result.ok && { rows: result.value.table.rows, isCut: result.value.isCut }).toEqual({
      rows: 100_000,
      isCut: true,
    })
  })

  test('keep their order', async () => {
    expect((await rowsOf('SELECT id FROM orders ORDER BY amount DESC, id LIMIT 3')).length).toBe(3)
    const ids = (await rowsOf('SELECT id FROM orders ORDER BY id DESC')).flat()
    expect(ids).toEqual(ids.toSorted((a, b) => Number(b) - Number(a)))
  })
})

describe('an error', () => {
  test.each([
    ['SELECT nope FROM orders', 'nope', 1],
    ['SELECT region,\n  amuont\nFROM orders', 'amuont', 2],
    ['SELECT region\nFROM orders\nGRUOP BY region', 'BY', 3],
    ["SELECT\n'a'::INT", "'a'", 2],
    ['SELECT lower(region, 1, 2) FROM orders', 'lower', 1],
    ['SELECT region, sum(amount) FROM orders', 'region', 1],
  ])('of %j is placed at %s', async (sql, at, line) => {
    const result = await run(sql)
    if (result.ok) throw new Error('It ran')
    const { place, message, hint } = result.error
    expect(place && sql.slice(place.from, place.to)).toBe(at)
    expect(atItsPlace(result.error, sql).message).toContain(`Line ${line}, column `)
    expect(message).not.toMatch(/LINE|Binder|\n/)
    expect(hint).not.toBe('')
  })

  test.each([
    ['SELECT amuont FROM orders', 'There is no column “amuont”. Did you mean “amount”?'],
    ['SELECT region FROM orders GRUOP BY region', '“BY” cannot stand here.'],
    ['SELECT region, sum(amount) FROM orders', '“region” is neither grouped by nor computed of each group'],
    ['SELECT product::INT FROM orders', '“Tea” cannot be read as a whole number.'],
    ['SELECT lower(region, 1) FROM orders', 'lower cannot be used with a text and a whole number.'],
  ])('of %j is said in words', async (sql, words) => {
    const result = await run(sql)
    expect(!result.ok && result.error.message).toContain(words)
  })

  test('does not end the session', async () => {
    await run('SELECT nope FROM orders')
    expect(await rowsOf('SELECT 1')).toEqual([[1]])
  })
})

describe('a trap of the engine', () => {
  test('is said in words, and the session is known to be broken', async () => {
    const own = await duckWithTables(bounds)
    const deep =
      'SELECT list_sum(list_transform(range(1000000), x -> list_sum(list_transform(range(1000000), y -> x * y))))'
    const result = await run(deep, own)
    expect(!result.ok && result.error.code).toMatch(/^sql\/(?:too-much-work|out-of-memory)$/)
    expect(own.isBroken).toBe(true)
  })
})

describe('behind the gate', () => {
  /** As the gate would let it through, if it had a hole. */
  const forced = (sql: string) =>
    session.run({ text: `SELECT * FROM (\n${sql}\n) LIMIT 9`, tables: [], rows: 400, pivots: false }, { sql })

  test.each([
    "COPY orders TO 'out.csv'",
    'DROP VIEW orders',
    "SELECT 1); COPY orders TO 'out.csv'; SELECT * FROM (SELECT 1",
    "SELECT * FROM read_csv_auto('/etc/passwd')",
    "SELECT * FROM '/etc/passwd'",
    "SELECT * FROM 'https://example.com/x.parquet'",
    "SET memory_limit = '10GB'",
  ])('there is nothing to %s', async (sql) => {
    expect((await forced(sql)).ok).toBe(false)
    expect(await rowsOf('SELECT count(*) FROM orders')).toEqual([[400]])
  })
})

describe('work without an end', () => {
  test.each(bombs)('%s is stopped with a sentence', async (sql) => {
    const own = await duckWithTables({ ...bounds, work: 50_000 })
    const result = await run(sql, own)
    if (result.ok) throw new Error('It ran')
    expect(result.error.code).toMatch(/^sql\/(?:pairs|too-much-work|too-slow|out-of-memory)$/)
    expect(result.error.hint).not.toBe('')
  })
})
