import { describe, expect, test } from 'vitest'
import { query } from '#core/query/query.ts'
import { toRows, type Table } from '#core/table/table.ts'
import type { LocalEngine } from '#web/engine/local-engine.ts'
import { createRunQuery } from '#web/engine/run-query.ts'
import { tableFromWire } from '#core/wire/table.ts'
import { createResults } from '#web/features/dashboard/results.ts'

const asked = query.parse({ dataset: 'd', measures: [{ aggregate: 'count' }] })
const table = (value: number): Table => ({
  rows: 1,
  columns: [{ name: 'Rows', type: 'integer', values: Float64Array.of(value) }],
})
const valueOf = (result: { ok: boolean; value?: Table }): unknown => result.value && toRows(result.value)[0]?.['Rows']

function door(local: LocalEngine) {
  let idle: (() => void) | null = null
  let version = 'v1'
  const calls: string[] = []
  const run = createRunQuery({
    remote: async () => (calls.push('remote'), { ok: true, value: table(1) }),
    local: { ...local, close: async (dataset) => (calls.push(`close ${dataset}`), { ok: true, value: null }) },
    fileOf: async (dataset) => `/${dataset}.parquet`,
    resolve: async (query) => query,
    whenIdle: (then) => (idle = then),
    versionOf: () => version,
  })
  return {
    renew: () => (version = 'v2'),
    run,
    calls,
    rest: async () => (idle?.(), new Promise((done) => setTimeout(done, 0))),
  }
}

describe('the door to results', () => {
  test('asks the API first, and answers here once the page has rested', async () => {
    const { run, calls, rest } = door({ warm: async () => true, run: async () => table(2) })
    expect(valueOf(await run(asked))).toBe(1)
    await rest()
    expect(valueOf(await run(asked))).toBe(2)
    expect(calls).toEqual(['remote'])
  })

  test('warms up with the questions already asked', async () => {
    const warmed: number[] = []
    const { run, rest } = door({
      warm: async (_dataset, _file, queries) => (warmed.push(queries.length), true),
      run: async () => null,
    })
    await run(asked)
    await run(asked)
    await rest()
    expect(warmed).toEqual([2])
  })

  test('lets go of a version when there is a new one, and answers from that once the page has rested', async () => {
    const { run, calls, rest, renew } = door({ warm: async () => true, run: async () => table(2) })
    await run(asked)
    await rest()
    renew()
    expect(valueOf(await run(asked))).toBe(1)
    await rest()
    expect(valueOf(await run(asked))).toBe(2)
    expect(calls).toEqual(['remote', 'close d', 'remote'])
  })

  test('keeps nothing of a version that was replaced while it was read', async () => {
    let read = (): void => {}
    const { run, calls, rest, renew } = door({
      warm: () => new Promise((done) => (read = () => done(true))),
      run: async () => table(2),
    })
    await run(asked)
    await rest()
    renew()
    expect(valueOf(await run(asked))).toBe(1)
    read()
    await rest()
    expect(valueOf(await run(asked))).toBe(1)
    expect(calls).toEqual(['remote', 'remote', 'close d', 'remote'])
  })

  test('goes on asking the API where the file is too large, or the engine gives up', async () => {
    const large = door({ warm: async () => false, run: async () => table(2) })
    await large.run(asked)
    await large.rest()
    expect(valueOf(await large.run(asked))).toBe(1)
    const broken = door({ warm: async () => true, run: async () => null })
    await broken.run(asked)
    await broken.rest()
    expect(valueOf(await broken.run(asked))).toBe(1)
  })
})

describe('a result on the wire', () => {
  test('comes back as the table it was', () => {
    const rows = [
      ['North', 1, true, '2024-03-01', '2024-03-01T09:30:00Z'],
      [null, null, null, null, null],
      ['North', 2.5, false, '2023-12-31', '2023-12-31T23:59:59Z'],
    ]
    const columns = (['text', 'decimal', 'boolean', 'date', 'timestamp'] as const).map((type) => ({
      name: type,
      type,
      format: 'text' as const,
    }))
    const back = tableFromWire({ columns, rows })
    expect(toRows(back).map((row) => columns.map(({ name }) => row[name]))).toEqual(rows)
  })
})

describe('the results of tiles', () => {
  test('stay on show while the next is on its way; one that comes late is dropped', async () => {
    const answers: ((value: number) => void)[] = []
    const results = createResults(
      () => new Promise((done) => answers.push((value) => done({ ok: true, value: table(value) }))),
    )
    const state = results.of('t')
    const ask = (limit: number) => results.ask('t', { ...asked, limit })
    const shown = (): unknown => state.value.shown && toRows(state.value.shown.table)[0]?.['Rows']
    const first = ask(1)
    answers[0]?.(1)
    await first
    expect(shown()).toBe(1)
    const [second, third] = [ask(2), ask(3)]
    expect([shown(), state.value.loading]).toEqual([1, true])
    answers[2]?.(3)
    await third
    answers[1]?.(2)
    await second
    expect([shown(), state.value.loading]).toEqual([3, false])
    await ask(3)
    expect(answers).toHaveLength(3)
  })
})
