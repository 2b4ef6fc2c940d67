import { env } from 'cloudflare:workers'
import { describe, expect, test, vi } from 'vitest'
import type { WireDataset, WireVersion } from '#worker/wire/dataset.ts'
import type { WireTable } from '#core/wire/wire-table.ts'
import { begin, orders, ready, renewed, sendParts, sha256Of, textFile, upload } from './support/upload.ts'
import { guest, type Visitor } from './support/visitor.ts'

const smaller = textFile('orders_2025.csv', 'Order,Region,Amount,Day\nB-1,North,10,2025-01-01\nB-2,South,20,2025-01-02')
/** A NUL of UTF-16 in an .xlsx that is none: refused when it is read. */
const broken = { name: 'orders.xlsx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, ...new Uint8Array(200)]) }

vi.setConfig({ testTimeout: 20_000 })

const countOf = async (visitor: Visitor, dataset: string): Promise<unknown> => {
  const asked = { dataset, measures: [{ aggregate: 'count' }] }
  return (await visitor.post<WireTable>('query', asked)).rows[0]?.[0]
}
const versionsOf = (visitor: Visitor, dataset: string) => visitor.get<WireVersion[]>(`datasets/${dataset}/versions`)

describe('a new version', () => {
  test('[V1] is read while the old one answers, then answers in its stead', async () => {
    const visitor = await guest()
    const first = await ready(visitor)
    const meanwhile = await upload(visitor, { ...smaller, dataset: first.id })
    expect(meanwhile).toMatchObject({ id: first.id, status: 'ready', rows: 400, version: { number: 1 } })
    expect(meanwhile.next).toMatchObject({ number: 2, fileName: 'orders_2025.csv' })
    const after = await renewed(visitor, first.id, smaller)
    expect(after).toMatchObject({ name: 'Orders 2024', rows: 2, status: 'ready', next: null })
    expect(await countOf(visitor, first.id)).toBe(2)
    const own = (await visitor.get<WireDataset[]>('datasets')).filter(({ sample }) => !sample)
    expect(own.map(({ id }) => id)).toEqual([first.id])
  })

  test('[V2] that fails leaves the old one, says why, and can be deleted', async () => {
    const visitor = await guest()
    const first = await ready(visitor)
    const after = await renewed(visitor, first.id, broken)
    expect(after).toMatchObject({ status: 'ready', rows: 400, failure: null, version: { number: 1 } })
    expect(after.next).toMatchObject({ number: 2, status: 'failed' })
    expect(after.next?.failure?.message).toContain('orders.xlsx')
    expect(await countOf(visitor, first.id)).toBe(400)
    expect((await visitor.send('DELETE', `/api/v1/versions/${after.next?.id}`)).status).toBe(200)
    expect((await visitor.get<WireDataset>(`datasets/${first.id}`)).next).toBeNull()
  })

  test('[V2] that failed can be tried again, by the kind of job that made it', async () => {
    const visitor = await guest()
    const first = await ready(visitor)
    const { next } = await renewed(visitor, first.id, broken)
    await visitor.post(`datasets/${first.id}/retry`)
    await expect
      .poll(async () => (await visitor.get<WireDataset>(`datasets/${first.id}`)).next?.status, { timeout: 10_000 })
      .toBe('failed')
    const jobs = await env.DB.prepare(`SELECT kind FROM job WHERE input ->> 'version' = ?`).bind(next?.id).all()
    expect(jobs.results).toEqual([{ kind: 'ingest-dataset' }, { kind: 'ingest-dataset' }])
  })

  test('[V3] takes the place of one that failed at once, for that answers nothing', async () => {
    const visitor = await guest()
    const first = await upload(visitor, broken)
    await expect
      .poll(async () => (await visitor.get<WireDataset>(`datasets/${first.id}`)).status, { timeout: 10_000 })
      .toBe('failed')
    expect(await upload(visitor, { ...smaller, dataset: first.id })).toMatchObject({ version: { number: 2 } })
    await expect
      .poll(async () => (await visitor.get<WireDataset>(`datasets/${first.id}`)).rows, { timeout: 10_000 })
      .toBe(2)
  })

  test('[V4] that comes late never takes the place of a newer one', async () => {
    const visitor = await guest()
    const first = await ready(visitor)
    await renewed(visitor, first.id, smaller)
    const [, old] = await versionsOf(visitor, first.id)
    await env.DB.prepare("UPDATE job SET status = 'queued' WHERE input ->> 'version' = ?").bind(old?.id).run()
    await env.JOBS.send(
      await env.DB.prepare(`SELECT id AS job FROM job WHERE input ->> 'version' = ?`).bind(old?.id).first(),
    )
    await expect
      .poll(
        () =>
          env.DB.prepare(`SELECT status FROM job WHERE input ->> 'version' = ?`).bind(old?.id).first<string>('status'),
        {
          timeout: 10_000,
        },
      )
      .toBe('done')
    expect(await visitor.get(`datasets/${first.id}`)).toMatchObject({ rows: 2, version: { number: 2 } })
  })

  test('that breaks tiles waits for a person, who takes it or forgets it', async () => {
    const visitor = await guest()
    const first = await ready(visitor)
    await visitor.post('dashboards', { dataset: first.id })
    const other = textFile('weather.csv', 'Station,Celsius\nS1,20\nS2,21\nS3,19')
    const held = await renewed(visitor, first.id, other)
    expect(held).toMatchObject({ rows: 400, version: { number: 1 } })
    expect(held.next).toMatchObject({ number: 2, status: 'ready', held: { isUnrelated: true } })
    expect(held.next?.held?.columns).toContain('Region')
    expect(held.next?.held?.tiles.length).toBeGreaterThan(0)
    expect(await countOf(visitor, first.id)).toBe(400)

    const again = await renewed(visitor, first.id, smaller)
    expect(again).toMatchObject({ rows: 2, version: { number: 3 }, next: null })
    const waiting = (await versionsOf(visitor, first.id)).find(({ number }) => number === 2)
    expect(waiting?.held).not.toBeNull()
    const taken = await visitor.post<WireDataset>(`versions/${waiting?.id}/restore`)
    expect(taken).toMatchObject({ rows: 3, version: { number: 2 }, next: null })
    expect((await versionsOf(visitor, first.id)).every((version) => version.held === null)).toBe(true)
  })

  test('two at once get two numbers', async () => {
    const visitor = await guest()
    const first = await ready(visitor)
    await Promise.all([1, 2, 3].map(() => upload(visitor, { ...smaller, dataset: first.id })))
    expect((await versionsOf(visitor, first.id)).map(({ number }) => number)).toEqual([4, 3, 2, 1])
  })

  test('finished twice at once is added once', async () => {
    const visitor = await guest()
    const first = await ready(visitor)
    const begun = await begin(visitor, { ...smaller, dataset: first.id })
    await sendParts(visitor, begun, smaller.bytes)
    await Promise.all([1, 2].map(() => visitor.send('POST', `/api/v1/uploads/${begun.id}/complete`)))
    expect(await versionsOf(visitor, first.id)).toHaveLength(2)
  })

  test('of the very file that is current already is said to be that', async () => {
    const visitor = await guest()
    const [first, other] = [await ready(visitor), await ready(visitor, smaller)]
    const sha256 = await sha256Of(orders.bytes)
    expect((await begin(visitor, { ...orders, sha256, dataset: first.id })).duplicate?.id).toBe(first.id)
    expect((await begin(visitor, { ...orders, sha256, dataset: other.id })).duplicate).toBeNull()
  })

  test('of nothing, or of what belongs to another, is refused', async () => {
    const [visitor, other] = [await guest(), await guest()]
    const theirs = await ready(other)
    for (const dataset of ['none', theirs.id]) {
      const body = { name: 'a.csv', size: 10, sha256: null, dataset }
      expect((await visitor.refused('POST', 'uploads', { body })).code).toBe('dataset/not-found')
    }
  })
})

describe('an older version', () => {
  test('[V5] is restored at once, and nothing is lost', async () => {
    const visitor = await guest()
    const first = await ready(visitor)
    await renewed(visitor, first.id, smaller)
    const [newer, older] = await versionsOf(visitor, first.id)
    expect(await visitor.post(`versions/${older?.id}/restore`)).toMatchObject({ rows: 400, version: { number: 1 } })
    expect(await countOf(visitor, first.id)).toBe(400)
    expect(await visitor.post(`versions/${newer?.id}/restore`)).toMatchObject({ rows: 2, version: { number: 2 } })
    expect(await versionsOf(visitor, first.id)).toHaveLength(2)
  })

  test('is deleted with its files; the current one is not', async () => {
    const visitor = await guest()
    const first = await ready(visitor)
    await renewed(visitor, first.id, smaller)
    const [newer, older] = await versionsOf(visitor, first.id)
    expect((await visitor.refused('DELETE', `versions/${newer?.id}`)).code).toBe('version/current')
    const folder = await env.DB.prepare('SELECT folder FROM dataset_version WHERE id = ?')
      .bind(older?.id)
      .first<string>('folder')
    expect((await env.FILES.list({ prefix: folder ?? '' })).objects).toHaveLength(3)
    await visitor.send('DELETE', `/api/v1/versions/${older?.id}`)
    expect((await env.FILES.list({ prefix: folder ?? '' })).objects).toEqual([])
    expect((await visitor.refused('POST', `versions/${older?.id}/restore`)).code).toBe('version/not-found')
  })
})
