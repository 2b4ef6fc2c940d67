import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Tile } from '#core/dashboard/dashboard.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type {
  WireDashboard,
  WireEdited,
  WireMissed,
  WirePublicDashboard,
  WireShare,
  WireSharing,
} from '#worker/wire/dashboard.ts'
import type { WirePublicTable, WireTable } from '#core/wire/wire-table.ts'
import { ready } from './support/upload.ts'
import { guest, Visitor } from './support/visitor.ts'

let visitor: Visitor
let dataset: string
let dashboard: WireDashboard

beforeAll(async () => {
  visitor = await guest()
  dataset = (await ready(visitor)).id
  dashboard = await visitor.post<WireDashboard>('dashboards', { dataset })
}, 60_000)

const current = async () => (await visitor.get<WireDashboard>(`dashboards/${dashboard.id}`)).document
const rename = (title: string) => ({ type: 'rename-dashboard', payload: { title } })

async function edit(...edits: unknown[]): Promise<WireEdited> {
  const { version } = await current()
  return visitor.post<WireEdited>(`dashboards/${dashboard.id}/edits`, { version, edits })
}

const tileOf = (id: string, query: object): Tile =>
  ({ id, title: id, place: { x: 0, y: 0, w: 4, h: 4 }, query: { dataset, ...query }, chart: null }) as unknown as Tile

describe('a dashboard', () => {
  test('written before its Queries could say all they can is read as they are now', async () => {
    const { id, document } = await visitor.post<WireDashboard>('dashboards', { dataset })
    const old = document.tiles.map((tile) => {
      const { dimensions, measures, columns, filters, sort, limit, offset } = tile.query
      return { ...tile, query: { dataset, dimensions, measures, columns, filters, sort, limit, offset } }
    })
    await env.DB.prepare('UPDATE dashboard SET document = ? WHERE id = ?')
      .bind(JSON.stringify({ ...document, tiles: old }), id)
      .run()
    expect((await visitor.get<WireDashboard>(`dashboards/${id}`)).document).toEqual(document)
  })

  test('is designed from its dataset, and every tile of it can be asked', async () => {
    expect(dashboard).toMatchObject({ dataset, title: 'Orders 2024' })
    expect(dashboard.document.tiles.length).toBeGreaterThan(3)
    for (const { query } of dashboard.document.tiles) {
      expect(query.dataset).toBe(dataset)
      expect((await visitor.post<WireTable>('query', query)).columns.length).toBeGreaterThan(0)
    }
    const listed = await visitor.get<{ id: string; tiles: number }[]>('dashboards')
    expect(listed.find(({ id }) => id === dashboard.id)?.tiles).toBe(dashboard.document.tiles.length)
  })

  test('that was designed elsewhere is taken as it is, under the id it has there, once', async () => {
    const as = Array.from({ length: 20 }, () => 'abcdefgh'[Math.floor(Math.random() * 8)]).join('')
    const document = { ...dashboard.document, title: 'Mine', version: 3 }
    const made = await visitor.post<WireDashboard>('dashboards', { dataset, as, document })
    expect(made).toMatchObject({ id: as, dataset, title: 'Mine', document })
    expect(
      await visitor.post<WireDashboard>('dashboards', { dataset, as, document: { ...document, title: 'Again' } }),
    ).toMatchObject({ title: 'Mine' })
    const edited = { version: 3, edits: [rename('Two')] }
    expect((await visitor.post<WireEdited>(`dashboards/${as}/edits`, edited)).dashboard.version).toBe(4)

    const stranger = await guest()
    const theirs = (await ready(stranger)).id
    const body = { dataset: theirs, as, document }
    expect((await stranger.refused('POST', 'dashboards', { body })).code).toBe('dashboard/id-taken')
    const chart = { type: 'pie in the sky', x: null, y: [], series: null }
    const wrong = { ...document, tiles: document.tiles.map((tile) => ({ ...tile, chart })) }
    expect((await visitor.refused('POST', 'dashboards', { body: { dataset, document: wrong } })).status).toBe(400)
  })

  test('changes by edits, several at once, and is taken back by their inverses', async () => {
    const before = await current()
    const changed = await edit(rename('One'), rename('Two'))
    expect(changed.dashboard).toMatchObject({ title: 'Two', version: before.version + 2 })
    expect(await current()).toEqual(changed.dashboard)
    const undone = await edit(...changed.inverses)
    expect(undone.dashboard).toMatchObject({ title: before.title, tiles: before.tiles })
    const log = await env.DB.prepare('SELECT version FROM dashboard_edit WHERE dashboard_id = ? ORDER BY version')
      .bind(dashboard.id)
      .all()
    expect(log.results.map(({ version }) => version)).toEqual([
      before.version + 1,
      before.version + 2,
      before.version + 3,
      before.version + 4,
    ])
  })

  test('changed meanwhile refuses an edit, and says where it stands', async () => {
    const { version } = await current()
    await edit(rename('First'))
    const body = { version, edits: [rename('Second')] }
    const refusal = await visitor.refused('POST', `dashboards/${dashboard.id}/edits`, { body })
    expect(refusal).toMatchObject({ status: 409, code: 'dashboard/conflict' })
    expect(refusal.message).toContain(String(version + 1))
    expect((await current()).title).toBe('First')
  })

  test('edited by many at once takes one, whole, and refuses the others', async () => {
    const { version } = await current()
    const statuses = await Promise.all(
      Array.from({ length: 8 }, async (_, at) => {
        const body = { version, edits: [rename(`Racer ${at}`), rename(`Winner ${at}`)] }
        return (await visitor.send('POST', `/api/v1/dashboards/${dashboard.id}/edits`, { body })).status
      }),
    )
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(7)
    const after = await current()
    expect(after.version).toBe(version + 2)
    expect(after.title).toBe(`Winner ${statuses.indexOf(200)}`)
  })

  test('tells a page the edits it missed, in order, and none where it cannot have missed them', async () => {
    const { version } = await current()
    await edit(rename('Missed one'), rename('Missed two'))
    const missed = (after: number) => visitor.get<WireMissed>(`dashboards/${dashboard.id}/edits?after=${after}`)
    expect(await missed(version)).toEqual({ edits: [rename('Missed one'), rename('Missed two')] })
    expect(await missed(version + 1)).toEqual({ edits: [rename('Missed two')] })
    expect(await missed(version + 2)).toEqual({ edits: [] })
    expect(await missed(version + 3)).toEqual({ edits: null })
    const stranger = await guest()
    expect((await stranger.refused('GET', `dashboards/${dashboard.id}/edits?after=0`)).status).toBe(404)
  })

  test('that has become too large is not saved', async () => {
    const before = await current()
    const values = Array.from({ length: 900 }, (_, at) => `${at}`.padEnd(600, 'ü'))
    const filters = [{ op: 'in', column: 'Region', values }]
    const body = { version: before.version, edits: [{ type: 'set-filters', payload: { filters } }] }
    const refusal = await visitor.refused('POST', `dashboards/${dashboard.id}/edits`, { body })
    expect(refusal.status).toBe(413)
    expect(await current()).toEqual(before)
  })

  test('takes all edits of a request or none', async () => {
    const before = await current()
    const body = {
      version: before.version,
      edits: [rename('Half'), { type: 'remove-tile', payload: { tile: 'nowhere' } }],
    }
    expect((await visitor.refused('POST', `dashboards/${dashboard.id}/edits`, { body })).status).toBe(404)
    const nonsense = { version: before.version, edits: [rename('Half'), { type: 'explode' }] }
    expect((await visitor.refused('POST', `dashboards/${dashboard.id}/edits`, { body: nonsense })).status).toBe(400)
    expect(await current()).toEqual(before)
  })
})

describe('a public link', () => {
  const share = (rule?: { isOpen?: boolean; least?: number }): Promise<WireShare> =>
    visitor.post<WireShare>(`dashboards/${dashboard.id}/shares`, rule)

  test('shows the dashboard and its figures to somebody without a session', async () => {
    const { token } = await share({ isOpen: true })
    const anybody = new Visitor()
    const { document } = await anybody.get<WirePublicDashboard>(`public/${token}`)
    const own = await current()
    expect(document.tiles.map(({ id, title, place, chart }) => ({ id, title, place, chart }))).toEqual(
      own.tiles.map(({ id, title, place, chart }) => ({ id, title, place, chart })),
    )
    expect(own.tiles.length).toBeGreaterThan(3)
    for (const { id, query } of own.tiles) {
      const shown = await anybody.post<WirePublicTable>(`public/${token}/tiles/${id}`)
      expect(shown.rows, id).toEqual((await visitor.post<WireTable>('query', query)).rows)
      expect(shown.withheld).toBe(0)
    }
    expect(anybody.cookies.size).toBe(0)
  })

  test('tells its owner what strangers would read, and keeps what they choose', async () => {
    const told = await visitor.get<WireSharing>(`dashboards/${dashboard.id}/sharing`)
    expect(told).toMatchObject({ persons: null, told: expect.stringMatching(/\.$/) })
    const made = await share()
    expect(made).toMatchObject({ isOpen: false, least: 5 })
    const body = { isOpen: true, least: 5 }
    expect(await visitor.put<WireShare>(`shares/${made.id}`, body)).toMatchObject({ id: made.id, ...body })
    const listed = await visitor.get<WireShare[]>(`dashboards/${dashboard.id}/shares`)
    expect(listed.find(({ id }) => id === made.id)).toMatchObject(body)
    for (const least of [4, 1001]) {
      const refusal = await visitor.refused('PUT', `shares/${made.id}`, { body: { isOpen: false, least } })
      expect(refusal.status).toBe(400)
    }
    const stranger = await guest()
    expect((await stranger.refused('PUT', `shares/${made.id}`, { body })).code).toBe('share/not-found')
  })

  test('its token has 128 random bits; only its hash and what only we can open is stored', async () => {
    const { id, token } = await share()
    expect(Buffer.from(token, 'base64url')).toHaveLength(16)
    const row = await env.DB.prepare('SELECT * FROM share WHERE id = ?').bind(id).first()
    expect(JSON.stringify(row)).not.toContain(token)
    const listed = await visitor.get<WireShare[]>(`dashboards/${dashboard.id}/shares`)
    expect(listed.find((one) => one.id === id)?.token).toBe(token)
  })

  test('is gone as soon as it is revoked, and says no more than one that never was', async () => {
    const { id, token } = await share()
    const { tiles } = await current()
    await visitor.send('DELETE', `/api/v1/shares/${id}`)
    const anybody = new Visitor()
    const gone = await anybody.refused('GET', `public/${token}`)
    expect(gone).toMatchObject({ status: 410, code: 'share/gone' })
    expect((await anybody.refused('POST', `public/${token}/tiles/${tiles[0]?.id}`)).code).toBe('share/gone')
    expect({ ...(await anybody.refused('GET', 'public/nonsense')), requestId: '' }).toEqual({ ...gone, requestId: '' })
    const listed = await visitor.get<WireShare[]>(`dashboards/${dashboard.id}/shares`)
    expect(listed.find((one) => one.id === id)?.revokedAt).not.toBeNull()
  })

  test('never shows rows, nor the values of columns that no tile shows', async () => {
    await edit({ type: 'add-tile', payload: { tile: tileOf('rows', { columns: ['Order', 'Amount'] }) } })
    const { token } = await share()
    const anybody = new Visitor()
    expect(await anybody.refused('POST', `public/${token}/tiles/rows`)).toMatchObject({
      status: 403,
      code: 'share/lists-rows',
    })
    await edit({ type: 'remove-tile', payload: { tile: 'rows' } })
    const { models, document } = await anybody.get<WirePublicDashboard>(`public/${token}`)
    const used = JSON.stringify(document)
    for (const { name, values, range, bulk, twinOf } of models.flatMap(({ columns }) => columns)) {
      expect(used).toContain(name)
      expect({ values, range, bulk, twinOf }).toEqual({ values: [], range: null })
    }
    const model = await visitor.get<SemanticModel>(`datasets/${dataset}/model`)
    expect(model.columns.find(({ name }) => name === 'Region')?.values).toContain('North')
  })

  test('shows no tile that groups by, or shows one of, what tells records apart', async () => {
    const byOrder = { dimensions: [{ column: 'Order' }], measures: [{ aggregate: 'sum', column: 'Amount' }] }
    const lowest = { measures: [{ aggregate: 'min', column: 'Order' }] }
    await edit(
      { type: 'add-tile', payload: { tile: tileOf('by-order', byOrder) } },
      { type: 'add-tile', payload: { tile: tileOf('lowest', lowest) } },
    )
    const { token } = await share()
    for (const tile of ['by-order', 'lowest']) {
      const refusal = await new Visitor().refused('POST', `public/${token}/tiles/${tile}`)
      expect(refusal).toMatchObject({ status: 403, code: 'share/tells-apart' })
      expect(refusal.message).not.toContain('Order')
    }
    await edit(
      { type: 'remove-tile', payload: { tile: 'by-order' } },
      { type: 'remove-tile', payload: { tile: 'lowest' } },
    )
  })

  test('answers the tiles of its dashboard alone, and takes no Query', async () => {
    const { token } = await share()
    const anybody = new Visitor()
    expect((await anybody.refused('POST', `public/${token}/tiles/another`)).code).toBe('dashboard/no-such-tile')
    const [tile] = (await current()).tiles
    const body = { dataset, columns: ['Order'], filters: [], query: { dataset, columns: ['Order'] } }
    const shown = await anybody.send('POST', `/api/v1/public/${token}/tiles/${tile?.id}`, { body })
    expect(await shown.text()).not.toContain('A-1000')
    for (const path of ['query', 'ask', `datasets/${dataset}`, `dashboards/${dashboard.id}`]) {
      const method = path === 'query' || path === 'ask' ? 'POST' : 'GET'
      expect((await anybody.refused(method, path, method === 'POST' ? { body: { dataset } } : {})).status, path).toBe(
        401,
      )
    }
  })

  test('follows the filters of the dashboard', async () => {
    await edit({ type: 'add-tile', payload: { tile: tileOf('rows-count', { measures: [{ aggregate: 'count' }] }) } })
    await edit({ type: 'set-filters', payload: { filters: [{ op: 'in', column: 'Region', values: ['North'] }] } })
    const { token } = await share()
    expect((await new Visitor().post<WireTable>(`public/${token}/tiles/rows-count`)).rows).toEqual([[100]])
    await edit({ type: 'set-filters', payload: { filters: [] } })
    expect((await new Visitor().post<WireTable>(`public/${token}/tiles/rows-count`)).rows).toEqual([[400]])
  })

  test('dies with its dashboard', async () => {
    const other = await visitor.post<WireDashboard>('dashboards', { dataset })
    const { token } = await visitor.post<WireShare>(`dashboards/${other.id}/shares`)
    await visitor.send('DELETE', `/api/v1/dashboards/${other.id}`)
    expect((await new Visitor().refused('GET', `public/${token}`)).code).toBe('share/gone')
    expect((await visitor.refused('GET', `dashboards/${other.id}`)).code).toBe('dashboard/not-found')
  })

  test('dies with its dataset, as the dashboard does', async () => {
    const { id } = await ready(visitor)
    const made = await visitor.post<WireDashboard>('dashboards', { dataset: id })
    const { token } = await visitor.post<WireShare>(`dashboards/${made.id}/shares`)
    await visitor.send('DELETE', `/api/v1/datasets/${id}`)
    expect((await visitor.refused('GET', `dashboards/${made.id}`)).code).toBe('dashboard/not-found')
    expect((await new Visitor().refused('GET', `public/${token}`)).code).toBe('share/gone')
    expect((await visitor.get<WireDashboard>(`dashboards/${dashboard.id}`)).dataset).toBe(dataset)
  })
})
