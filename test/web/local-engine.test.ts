import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { query } from '#core/query/query.ts'
import { type Table, toRows } from '#core/table/table.ts'
import { createLocalEngine } from '#web/engine/local-engine.ts'
import { parquetBytes } from '../support/parquet-bytes.ts'
import { NodeWorker } from './node-worker.ts'

const workers: NodeWorker[] = []
beforeAll(() => {
  vi.stubGlobal(
    'Worker',
    class extends NodeWorker {
      constructor(module: URL) {
        super(module)
        workers.push(this)
      }
    },
  )
})
afterAll(() => {
  for (const worker of workers) worker.terminate()
  vi.unstubAllGlobals()
})

const rows = 240_000
const values = (step: number): Float64Array<ArrayBuffer> =>
  Float64Array.from({ length: rows }, (_, row) => (row * step) % 9973)
const numbers: Table = {
  rows,
  columns: [
    { name: 'a', type: 'decimal', values: values(7) },
    { name: 'b', type: 'decimal', values: values(31) },
  ],
}
const asked = query.parse({
  dataset: 'd',
  dimensions: [{ column: 'a' }],
  measures: ['sum', 'median', 'distinct'].map((aggregate) => ({ aggregate, column: 'b' })),
})
const count = query.parse({ dataset: 'd', measures: [{ aggregate: 'count' }] })

describe('the engine in its worker', () => {
  test('stops between row groups once nobody waits for the answer, and answers the next question', async () => {
    const engine = createLocalEngine()
    const fields = numbers.columns.map(({ name, type }) => ({ name, type }))
    const file = new Blob([(await parquetBytes([numbers], fields, 1000)).slice()])
    expect(await engine.open('d', file)).toEqual({ ok: true, value: null })

    const stop = new AbortController()
    const answer = engine.answer(asked, stop.signal)
    stop.abort()
    expect(await answer).toMatchObject({ ok: false, error: { code: 'query/cancelled' } })
    expect(await engine.run(asked, AbortSignal.abort())).toBeNull()

    const counted = await engine.answer(count)
    expect(counted.ok && toRows(counted.value)).toEqual([{ Rows: rows }])
    const whole = await engine.answer(asked, new AbortController().signal)
    expect(whole.ok && whole.value.rows).toBe(9973)
  })
})
