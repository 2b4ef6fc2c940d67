import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textColumn } from '#core/clean/values/map-texts.ts'
import { readPage } from '#core/sql/duck/page-text.ts'
import { gate } from '#core/sql/gate/gate.ts'
import type { Table } from '#core/table/table.ts'
import { SqlPool } from '../../scripts/sql/sql-pool.ts'
import { parquetBytes } from '../support/parquet-bytes.ts'
import { seededRandom } from '../support/random.ts'
import { sqlBomb } from '../support/sql-bombs.ts'

const rows = 20_000
const people: Table = {
  rows,
  columns: [
    { name: 'id', type: 'integer', values: Float64Array.from({ length: rows }, (_, row) => row) },
    textColumn('name', rows, (row) => `${['Ada', 'Grace', 'Edsger', 'Barbara'][row % 4]} Number ${row}`),
    textColumn('kind', rows, () => 'person'),
  ],
}

/** Runs anew what one run found: SQL_BOMBS_SEED=… npm test */
const seed = Number(process.env['SQL_BOMBS_SEED'] ?? Math.floor(Date.now() / 1000))
const limits = { seconds: 3 }
/** Beyond the limit, for ending a process and starting the next on a busy machine. */
const grace = 20_000

let file: Uint8Array
let pool: SqlPool
beforeAll(async () => {
  file = await parquetBytes(
    [people],
    people.columns.map(({ name, type }) => ({ name, type })),
  )
  pool = new SqlPool(async (key) => (key === 'people' ? file : null), limits)
})
afterAll(() => pool.end())

let tickets = 0
async function ask(sql: string, { caller = 'ada', on = pool, signal = new AbortController().signal } = {}) {
  const gated = gate(sql, [{ name: 'people', rows }])
  if (!gated.ok) return gated
  const files = gated.value.tables.map((table) => ({ table, key: table }))
  const request = { ticket: String(tickets++), sql, gated: gated.value, files, offset: 0, limit: 10 }
  return readPage(await on.run(caller, request, signal))
}

const counted = { ok: true, value: { total: 1, table: { columns: [{ values: new Float64Array([rows]) }] } } }
/** The gate lets it pass, it is one equality of columns, and it would run for hours. */
const bomb = 'SELECT sum(levenshtein(a.name, b.name)) FROM people a JOIN people b USING (kind)'

describe('a SQL process', () => {
  test('answers with the rows asked for', async () => {
    expect(await ask('SELECT count(*) AS n FROM people')).toMatchObject(counted)
    const page = await ask("SELECT NULL AS nothing, '' AS empty, name, id FROM people ORDER BY id LIMIT 20")
    expect(page.ok && page.value.total).toBe(20)
    expect(page.ok && page.value.table.columns.map(({ type }) => type)).toEqual(['integer', 'text', 'text', 'integer'])
  })

  test('is ended at the deadline, and the next query of the same caller is answered by a new one', async () => {
    const started = performance.now()
    expect(await ask(bomb)).toMatchObject({ ok: false, error: { code: 'sql/too-slow' } })
    expect(performance.now() - started).toBeLessThan(limits.seconds * 1000 + grace)
    expect(await ask('SELECT count(*) AS n FROM people')).toMatchObject(counted)
  }, 60_000)

  test('is ended when nobody waits for its query any more', async () => {
    const gone = AbortSignal.timeout(500)
    expect(await ask(bomb, { signal: gone })).toMatchObject({ ok: false, error: { code: 'sql/stopped' } })
    expect(await ask('SELECT count(*) AS n FROM people')).toMatchObject(counted)
  })

  test('is ended when its caller says so, and no other is', async () => {
    const [mine, waiting, other] = [ask(bomb), ask(bomb), ask(bomb, { caller: 'grace' })]
    pool.stop('ada')
    expect(await mine).toMatchObject({ error: { code: 'sql/stopped' } })
    expect(await waiting).toMatchObject({ error: { code: 'sql/stopped' } })
    expect(await other).toMatchObject({ error: { code: 'sql/too-slow' } })
  })

  test('says so when a file is gone', async () => {
    const on = new SqlPool(async () => null, limits)
    expect(await ask('SELECT count(*) FROM people', { on })).toMatchObject({ error: { code: 'sql/data-gone' } })
    on.end()
  })

  test('keeps no other caller waiting', async () => {
    await ask('SELECT 1', { caller: 'grace' })
    const running = ask(bomb)
    const answers = await Promise.race([
      Promise.all([1, 2, 3].map((n) => ask(`SELECT ${n} AS n`, { caller: 'grace' }))),
      running,
    ])
    expect(answers).toMatchObject([{ ok: true }, { ok: true }, { ok: true }])
    expect(await running).toMatchObject({ error: { code: 'sql/too-slow' } })
  })

  test('is not started for more callers than may run and wait at once', async () => {
    const on = new SqlPool(async () => file, { ...limits, running: 1, waiting: 1 })
    const [first, second, third] = ['a', 'b', 'c'].map((caller) => ask('SELECT 1 AS n', { caller, on }))
    expect(await third).toMatchObject({ ok: false, error: { code: 'sql/busy' } })
    expect([await first, await second]).toMatchObject([{ ok: true }, { ok: true }])
    on.end()
  })
})

describe(`bombs, SQL_BOMBS_SEED=${seed}`, () => {
  const random = seededRandom(seed)
  test.each(Array.from({ length: 6 }, () => sqlBomb(random)))(
    '%s ends with a sentence or a result',
    async (sql) => {
      const started = performance.now()
      const page = await ask(sql)
      expect(performance.now() - started).toBeLessThan(limits.seconds * 1000 + grace)
      if (page.ok) return
      expect(page.error.code).toMatch(/^sql\//)
      expect(page.error.message).toMatch(/^[^\n]{10,}[.?]$/)
      expect(page.error.hint).toMatch(/^[^\n]{10,}[.]$/)
      expect(await ask('SELECT count(*) AS n FROM people')).toMatchObject(counted)
    },
    60_000,
  )
})
