import { beforeAll, describe, expect, test } from 'vitest'
import type { WireTable } from '#core/wire/wire-table.ts'
import { orders, ready, textFile } from './support/upload.ts'
import { guest, type Visitor } from './support/visitor.ts'

type SqlResult = WireTable & { readonly offset: number; readonly total: number; readonly cut: boolean }

let visitor: Visitor

beforeAll(async () => {
  visitor = await guest()
  await ready(visitor, orders)
  await ready(visitor, textFile('managers.csv', 'Region,Manager\nNorth,Ann\nSouth,Bo\nEast,Cy\nWest,Di\n'))
  // The runner hands the engine's 18 MB to workerd as JSON; deployed, they are a part of the Worker.
  await visitor.post('sql', { sql: 'SELECT 1' })
}, 400_000)

const sql = (text: string, page: object = {}): Promise<SqlResult> =>
  visitor.post<SqlResult>('sql', { sql: text, ...page })
const refused = (text: string) => visitor.refused('POST', 'sql', { body: { sql: text } })
/** Six thousand million rows, in many small tasks. */
const slow = "SELECT count(*) FROM generate_series(TIMESTAMP '1900-01-01', TIMESTAMP '2100-01-01', INTERVAL 1 SECOND)"

describe('SQL at the edge', () => {
  test('reads a dataset by its name', async () => {
    const result = await sql(
      'SELECT Region, sum(Amount) AS total, max(Day) AS day FROM orders_2024 GROUP BY 1 ORDER BY 2 DESC',
    )
    expect(result).toMatchObject({ total: 4, offset: 0, cut: false })
    expect(result.columns).toEqual([
      { name: 'Region', type: 'text', format: 'text' },
      { name: 'total', type: 'decimal', format: 'number' },
      { name: 'day', type: 'date', format: 'date' },
    ])
    expect(result.rows[0]).toEqual(['West', 400, '2024-03-30'])
  })

  test('joins datasets', async () => {
    const { rows } = await sql(
      'SELECT m.Manager, count(*) FROM orders_2024 o JOIN managers m USING (Region) GROUP BY ALL ORDER BY 1 LIMIT 2',
    )
    expect(rows).toEqual([
      ['Ann', 100],
      ['Bo', 100],
    ])
  })

  test('gives a result in pages', async () => {
    const asked = 'SELECT "Order" FROM orders_2024 ORDER BY 1'
    const first = await sql(asked, { limit: 3 })
    const later = await sql(asked, { offset: 398, limit: 3 })
    expect(first).toMatchObject({ total: 400, rows: [['A-1000'], ['A-1001'], ['A-1002']] })
    expect(later).toMatchObject({ total: 400, offset: 398, rows: [['A-1398'], ['A-1399']] })
  })

  test('stops at 100,000 rows and says so', async () => {
    expect(await sql('SELECT * FROM range(200000)', { limit: 1 })).toMatchObject({ total: 100_000, cut: true })
  })

  test('ends a query whose caller says so', async () => {
    const running = refused(slow)
    await scheduler.wait(200)
    expect((await visitor.send('DELETE', '/api/v1/sql')).status).toBe(200)
    expect((await running).code).toBe('sql/stopped')
    expect((await sql('SELECT count(*) FROM orders_2024')).rows).toEqual([[400]])
  })

  test('has an engine for each caller', async () => {
    const stranger = await guest()
    const running = refused(slow)
    await scheduler.wait(200)
    await stranger.send('DELETE', '/api/v1/sql')
    expect((await stranger.post<SqlResult>('sql', { sql: 'SELECT 1' })).rows).toEqual([[1]])
    await visitor.send('DELETE', '/api/v1/sql')
    expect((await running).code).toBe('sql/stopped')
  }, 60_000)

  test.each([
    ['another statement', 'DROP VIEW orders_2024', 'sql/not-a-query'],
    ['a file', "SELECT * FROM '/etc/passwd'", 'sql/file'],
    ['an address', "SELECT * FROM read_csv('https://example.com')", 'sql/table-function'],
    ['a misspelt dataset', 'SELECT * FROM orders_2042', 'sql/unknown-table'],
    ['a misspelt column', 'SELECT\n  Amuont FROM orders_2024', 'sql/unknown-column'],
    ['every row with every other', 'SELECT count(*) FROM orders_2024 a, orders_2024 b, orders_2024 c', 'sql/pairs'],
    ['a pattern that is computed', 'SELECT regexp_matches(Region, Region) FROM orders_2024', 'sql/pattern'],
  ])('refuses %s with a sentence', async (_, text, code) => {
    const refusal = await refused(text)
    expect(refusal.code).toBe(code)
    expect(refusal.hint).not.toBe('')
    if (code === 'sql/unknown-column') expect(refusal.message).toMatch(/^Line 2, column 3: .*Amuont/)
  })

  test('ends work without an end, and answers again', async () => {
    const bomb =
      'SELECT count(DISTINCT a.Amount + b.Amount + c.Amount + d.Amount) FROM orders_2024 a ' +
      'JOIN orders_2024 b USING (Region) JOIN orders_2024 c USING (Region) JOIN orders_2024 d USING (Region)'
    expect((await refused(bomb)).code).toMatch(/^sql\/too-(?:much-work|slow)$/)
    expect((await sql('SELECT count(*) FROM orders_2024')).rows).toEqual([[400]])
  }, 60_000)

  test("does not know another workspace's datasets", async () => {
    const stranger = await guest()
    const refusal = await stranger.refused('POST', 'sql', { body: { sql: 'SELECT * FROM orders_2024' } })
    expect(refusal).toMatchObject({ status: 422, code: 'sql/unknown-table' })
  })

  test('reads a new file under an old name', async () => {
    const other = await guest()
    const rows = (count: number): string => `N\n${Array.from({ length: count }, (_, row) => row).join('\n')}\n`
    const ask = () => other.post<SqlResult>('sql', { sql: 'SELECT count(*) FROM numbers' })
    const { id } = await ready(other, textFile('numbers.csv', rows(5)))
    expect((await ask()).rows).toEqual([[5]])
    await other.send('DELETE', `/api/v1/datasets/${id}`)
    await ready(other, textFile('numbers.csv', rows(7)))
    expect((await ask()).rows).toEqual([[7]])
  })
})
