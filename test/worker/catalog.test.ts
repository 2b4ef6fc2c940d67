import { env } from 'cloudflare:workers'
import { describe, expect, test, vi } from 'vitest'
import type { WireDashboard } from '#worker/wire/dashboard.ts'
import type { WireDataset, WireVersion } from '#worker/wire/dataset.ts'
import type { WireDeleted } from '#worker/wire/deleted.ts'
import { housekeeping } from './support/housekeeping.ts'
import { orders, ready, renewed, textFile } from './support/upload.ts'
import { dataOf, guest, type Visitor } from './support/visitor.ts'

type Hit = { readonly dataset: string; readonly place: string; readonly met: readonly string[] }
type Similar = { readonly dataset: string; readonly text: string }

const regions = textFile('regions.csv', 'Region,Manager\nNorth,Ada\nSouth,Grace\nEast,Joan\nWest,Mary')
const lines = textFile('lines.csv', 'Order ID,Product\n1,Tea\n2,Milk\n3,Bread')
const invoices = textFile('invoices.csv', 'order_id,Paid\n1,true\n2,false\n4,true')

const day = 86_400_000
vi.setConfig({ testTimeout: 20_000 })

const change = async (visitor: Visitor, id: string, body: unknown): Promise<WireDataset> =>
  dataOf(await visitor.send('PATCH', `/api/v1/datasets/${id}`, { body }))
const search = (visitor: Visitor, text: string) => visitor.get<Hit[]>(`search?q=${encodeURIComponent(text)}`)

describe('a comparison', () => {
  test('says column by column what changed, and names the drift', async () => {
    const visitor = await guest()
    const first = await ready(visitor)
    const after = await renewed(
      visitor,
      first.id,
      textFile('orders.csv', 'Order,Region,Total,Day\nB-1,North,9,2025-01-01'),
    )
    expect(after.drift?.[0]).toMatchObject({ kind: 'removed', severity: 'break', column: 'Amount' })
    const compared = await visitor.get<{ rows: unknown; drift: unknown[]; before: WireVersion }>(
      `versions/${after.version.id}/comparison`,
    )
    expect(compared).toMatchObject({ rows: { before: 400, after: 1 }, before: { number: 1 }, after: { number: 2 } })
    expect(compared.drift).toEqual(after.drift)
    const back = await visitor.get(`versions/${compared.before.id}/comparison?with=${after.version.id}`)
    expect(back).toMatchObject({ rows: { before: 1, after: 400 } })
  })

  test('needs two versions of one dataset', async () => {
    const visitor = await guest()
    const [first, other] = [await ready(visitor), await ready(visitor, regions)]
    const path = `versions/${first.version.id}/comparison`
    expect((await visitor.refused('GET', path)).code).toBe('version/alone')
    expect((await visitor.refused('GET', `${path}?with=${other.version.id}`)).code).toBe('version/not-found')
  })
})

describe('a dataset', () => {
  test('takes tags, each once, and an age from which it is stale; what is not named stays', async () => {
    const visitor = await guest()
    const { id } = await ready(visitor)
    const tagged = await change(visitor, id, { tags: ['Sales', ' sales ', 'EU'], staleAfterHours: 48 })
    expect(tagged).toMatchObject({ name: 'Orders 2024', tags: ['sales', 'EU'], staleAfterHours: 48 })
    expect(await change(visitor, id, { description: 'All orders' })).toMatchObject({ tags: ['sales', 'EU'] })
    expect(await change(visitor, id, { staleAfterHours: null })).toMatchObject({ staleAfterHours: null })
    const body = { tags: Array.from({ length: 21 }, (_, tag) => `t${tag}`) }
    expect((await visitor.refused('PATCH', `datasets/${id}`, { body })).message).toContain('at most 20 tags')
  })

  test('[R1] knows its newest moment and how often one comes', async () => {
    const { newestAt, cadence } = await ready(await guest())
    expect({ newestAt, cadence }).toEqual({ newestAt: '2024-03-30T00:00:00.000Z', cadence: 'daily' })
  })

  test('deleted is restored with the dashboards that went with it, and no other', async () => {
    const visitor = await guest()
    const { id } = await ready(visitor)
    const [gone, kept] = [1, 2].map(() => visitor.post<WireDashboard>('dashboards', { dataset: id }))
    const alone = (await gone)?.id ?? ''
    await visitor.send('DELETE', `/api/v1/dashboards/${alone}`)
    await new Promise((done) => setTimeout(done, 5))
    const title = (await kept)?.title ?? ''
    await visitor.send('DELETE', `/api/v1/datasets/${id}`)
    const deleted = await visitor.get<WireDeleted>('deleted')
    expect(deleted.datasets).toMatchObject([{ id, name: 'Orders 2024', rows: 400, dashboards: [title] }])
    expect(Date.parse(deleted.datasets[0]?.goneAt ?? '') - Date.now()).toBeGreaterThan(6.9 * day)
    expect((await visitor.refused('POST', `dashboards/${alone}/restore`)).code).toBe('dashboard/without-dataset')
    expect(await visitor.post(`datasets/${id}/restore`)).toMatchObject({ id, status: 'ready' })
    const listed = await visitor.get<{ id: string }[]>('dashboards')
    expect(listed.map((each) => each.id)).toContain((await kept)?.id)
    expect(listed.map((each) => each.id)).not.toContain(alone)
    expect((await visitor.get<WireDeleted>('deleted')).dashboards.map((each) => each.id)).toEqual([alone])
    await visitor.post(`dashboards/${alone}/restore`)
    expect(await visitor.get<WireDeleted>('deleted')).toEqual({ datasets: [], dashboards: [] })
    expect((await visitor.refused('POST', `datasets/${id}/restore`)).code).toBe('dataset/not-deleted')
  })
})

describe('retention', () => {
  test('[V6] drops versions beyond their number and age, never the current one', async () => {
    const visitor = await guest()
    const first = await ready(visitor)
    for (const file of [regions, lines]) await renewed(visitor, first.id, file)
    const versions = await visitor.get<WireVersion[]>(`datasets/${first.id}/versions`)
    await housekeeping()
    expect(await visitor.get(`datasets/${first.id}/versions`)).toEqual(versions)
    await visitor.post(`versions/${versions[2]?.id}/restore`)
    await env.DB.prepare('UPDATE dataset_version SET created_at = ? WHERE dataset_id = ?')
      .bind(Date.now() - 366 * day, first.id)
      .run()
    await housekeeping()
    const left = await visitor.get<WireVersion[]>(`datasets/${first.id}/versions`)
    expect(left.map(({ number }) => number)).toEqual([1])
    const folder = await env.DB.prepare('SELECT workspace_id FROM dataset WHERE id = ?')
      .bind(first.id)
      .first<string>('workspace_id')
    expect((await env.FILES.list({ prefix: `${folder}/${first.id}/` })).objects).toHaveLength(3)
  })

  test('a deleted dashboard goes for good with it', async () => {
    const visitor = await guest()
    const { id } = await visitor.post<WireDashboard>('dashboards', { dataset: (await ready(visitor)).id })
    await visitor.send('DELETE', `/api/v1/dashboards/${id}`)
    await env.DB.prepare('UPDATE dashboard SET deleted_at = ? WHERE id = ?')
      .bind(Date.now() - 8 * day, id)
      .run()
    await housekeeping()
    expect((await visitor.refused('POST', `dashboards/${id}/restore`)).code).toBe('dashboard/not-deleted')
  })
})

describe('finding', () => {
  test('[S1] goes over names, tags, descriptions and columns of this workspace alone', async () => {
    const [visitor, stranger] = [await guest(), await guest()]
    const [first, second] = [await ready(visitor), await ready(visitor, regions)]
    await change(visitor, first.id, { tags: ['quarterly'], description: 'Kept by the sales team' })
    await expect
      .poll(async () => (await search(visitor, 'quarterly'))[0])
      .toMatchObject({ dataset: first.id, place: 'tag' })
    expect(await search(visitor, 'manager')).toMatchObject([{ dataset: second.id, place: 'column', met: ['Manager'] }])
    expect(await search(visitor, 'sales team')).toMatchObject([{ dataset: first.id, place: 'description' }])
    expect(await search(stranger, 'manager')).toEqual([])
    await visitor.send('DELETE', `/api/v1/datasets/${second.id}`)
    expect(await search(visitor, 'manager')).toEqual([])
    expect((await visitor.refused('GET', 'search?q=')).status).toBe(400)
  })

  test('[S5] follows what people write, however quickly one thing follows another', async () => {
    const visitor = await guest()
    const { id } = await ready(visitor)
    const words = ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot']
    for (const word of words) {
      const changes = [{ description: `${word}one` }, { tags: [`${word}two`] }, { name: `${word}three` }]
      await Promise.all(changes.map((each) => change(visitor, id, each)))
      expect(await visitor.get(`datasets/${id}`)).toMatchObject(Object.assign({}, ...changes))
      for (const [part, place] of Object.entries({ one: 'description', two: 'tag', three: 'name' }))
        expect(await search(visitor, `${word}${part}`)).toMatchObject([{ dataset: id, place }])
    }
  })

  test('[S1] follows the current version', async () => {
    const visitor = await guest()
    const first = await ready(visitor)
    const { next } = await renewed(visitor, first.id, regions)
    expect(await search(visitor, 'manager')).toEqual([])
    await visitor.post(`versions/${next?.id}/restore`)
    expect(await search(visitor, 'manager')).toMatchObject([{ dataset: first.id }])
    const [, old] = await visitor.get<WireVersion[]>(`datasets/${first.id}/versions`)
    await visitor.post(`versions/${old?.id}/restore`)
    expect(await search(visitor, 'manager')).toEqual([])
  })

  test('[S3] never finds by a cell', async () => {
    const visitor = await guest()
    await ready(visitor, regions)
    expect(await search(visitor, 'grace')).toEqual([])
    const stored = await env.DB.prepare('SELECT card FROM dataset_card').all<{ card: string }>()
    expect(JSON.stringify(stored.results)).not.toContain('Grace')
  })

  test('[S4] tells which datasets could be combined', async () => {
    const visitor = await guest()
    const [first, second] = [await ready(visitor, lines), await ready(visitor, invoices)]
    const similar = await visitor.get<Similar[]>(`datasets/${first.id}/similar`)
    expect(similar.find(({ dataset }) => dataset === second.id)?.text).toBe('Also has Order ID; could be combined.')
  })
})

test('a restored dataset counts against the quota again', async () => {
  const visitor = await guest()
  const { id } = await ready(visitor, orders)
  await visitor.send('DELETE', `/api/v1/datasets/${id}`)
  await env.DB.prepare(
    `INSERT INTO dataset (id, workspace_id, name, current_version_id, created_at, updated_at)
     SELECT 'quota-' || value, workspace_id, name, current_version_id, 0, 0 FROM dataset, json_each(?) WHERE dataset.id = ?`,
  )
    .bind(JSON.stringify(Array.from({ length: 20 }, (_, at) => at)), id)
    .run()
  await env.DB.prepare(
    `INSERT INTO dataset_version (id, workspace_id, dataset_id, number, folder, file_name, bytes, status, created_at)
     SELECT 'v' || id, workspace_id, id, 1, 'x/', 'x.csv', 1, 'ready', 0 FROM dataset WHERE id LIKE 'quota-%'`,
  ).run()
  expect((await visitor.refused('POST', `datasets/${id}/restore`)).code).toBe('quota/datasets')
})
