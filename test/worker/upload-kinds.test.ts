import { writeXlsx } from 'hucre'
import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import type { WireTable } from '#core/wire/wire-table.ts'
import { ready, textFile } from './support/upload.ts'
import { guest } from './support/visitor.ts'

/** The first upload waits for the Worker to start, on a busy machine for some seconds. */
vi.setConfig({ testTimeout: 60_000 })

const day = new Date('2024-03-01T00:00:00Z')

test('a workbook goes through the queue and keeps its ending in R2', async () => {
  const rows = [['city', 'sold', 'day'], ...Array.from({ length: 3000 }, (_, n) => [`City ${n % 7}`, n, day])]
  const bytes = new Uint8Array(await writeXlsx({ sheets: [{ name: 'Sales', rows }] }))
  const visitor = await guest()
  const dataset = await ready(visitor, { name: 'sales.xlsx', bytes })
  expect(dataset).toMatchObject({ rows: 3000, columns: 3 })
  const preview = await visitor.get<WireTable>(`datasets/${dataset.id}/preview`)
  expect(preview.rows[1]).toEqual(['City 1', 1, '2024-03-01'])
  const version = await env.DB.prepare('SELECT folder FROM dataset_version WHERE dataset_id = ?')
    .bind(dataset.id)
    .first<{ folder: string }>()
  expect(await env.FILES.head(`${version?.folder}original.xlsx`)).not.toBeNull()
})

test('JSON goes through the queue', async () => {
  const records = Array.from({ length: 500 }, (_, n) => ({ id: n, at: { city: `City ${n % 7}` }, sold: n / 2 }))
  const visitor = await guest()
  const dataset = await ready(visitor, textFile('sales.json', JSON.stringify(records)))
  expect(dataset).toMatchObject({ rows: 500, columns: 3 })
  const preview = await visitor.get<WireTable>(`datasets/${dataset.id}/preview`)
  expect(preview.rows[1]).toEqual([1, 'City 1', 0.5])
})

test.each(env.READER_FIXTURES)('$name is read at the edge as everywhere', async ({ name, base64 }) => {
  const visitor = await guest()
  const dataset = await ready(visitor, { name, bytes: new Uint8Array(Buffer.from(base64, 'base64')) })
  expect(dataset).toMatchObject({ rows: 3000, columns: 3 })
  const preview = await visitor.get<WireTable>(`datasets/${dataset.id}/preview`)
  expect(preview.rows.slice(2, 5)).toEqual([
    [2, 'São "Paulo"', 0.75],
    [3, '東京', null],
    [4, 'Rome', 1.25],
  ])
})
