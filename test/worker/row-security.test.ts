import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { WireDashboard, WireShare } from '#worker/wire/dashboard.ts'
import type { WireDataset } from '#worker/wire/dataset.ts'
import type { WireTable } from '#core/wire/wire-table.ts'
import { describedRoutes } from './support/openapi.ts'
import { ready, renewed, textFile } from './support/upload.ts'
import { dataOf, guest, Visitor } from './support/visitor.ts'

vi.setConfig({ testTimeout: 30_000 })

const rows = Array.from({ length: 60 }, (_, at) => {
  const isSecret = at % 3 === 0
  return `${isSecret ? 'X' : 'A'}-${at},${isSecret ? 'Hinterland' : 'North'},${at},ada${at}@secret.example,${7000 + at},${isSecret ? 'Zora' : 'Ben'}`
})
const text = ['Order,Region,Amount,Mail,Salary,Seller', ...rows].join('\n')
/** What stands in no row that a viewer sees, or in columns that they do not see. */
const kept = ['Hinterland', 'X-3', 'Zora', '@secret.example":', 'ada4@', '7004', '7057', 'Salary']

const rules = {
  columns: { Salary: { isHidden: true }, Mail: { isMasked: true } },
  rows: [
    { role: 'viewer', conditions: [{ op: 'in', column: 'Region', values: ['North'] }] },
    { role: 'public', conditions: [{ op: 'in', column: 'Region', values: ['North'] }] },
    { role: 'analyst', conditions: [{ op: 'caller', column: 'Seller', attribute: 'name' }] },
  ],
}
const asViewer = { 'x-view-as': 'role=viewer' }

let owner: Visitor
let dataset: WireDataset
let dashboard: WireDashboard
let version: string
beforeAll(async () => {
  owner = await guest()
  dataset = await ready(owner, textFile('pay.csv', text))
  dataset = await renewed(owner, dataset.id, textFile('pay.csv', `${text}\nA-99,North,1,eve@secret.example,7999,Ben`))
  version = dataset.version.id
  dashboard = await owner.post<WireDashboard>('dashboards', { dataset: dataset.id })
  await dataOf(
    await owner.send('PUT', `/api/v1/datasets/${dataset.id}/model`, { body: { document: rules, version: 0 } }),
  )
}, 60_000)

const asked = async (query: object, headers: Record<string, string> = asViewer) =>
  dataOf<WireTable>(await owner.send('POST', '/api/v1/query', { body: { dataset: dataset.id, ...query }, headers }))
const refusal = async (query: object) =>
  owner.refused('POST', 'query', { body: { dataset: dataset.id, ...query }, headers: asViewer })
const count = { measures: [{ aggregate: 'count' }] }

function bodyOf(method: string, path: string): { body?: unknown } {
  if (method === 'GET') return {}
  const bodies: Record<string, unknown> = {
    '/api/v1/query': { dataset: dataset.id, columns: ['Order', 'Region', 'Amount', 'Mail', 'Seller'] },
    '/api/v1/ask': { dataset: dataset.id, question: 'total amount by region' },
    '/api/v1/sql': { sql: 'SELECT * FROM pay' },
  }
  return { body: bodies[path] ?? {} }
}

/** Asks every route as a viewer, of everything there is; no answer may hold what is kept. The best status of each. */
async function everythingSeen(): Promise<ReadonlyMap<string, number>> {
  const routes = (await describedRoutes()).filter(({ path }) => !path.includes('/auth/') && !path.includes('{token}'))
  const seen = new Map<string, number>()
  for (const { method, path, effect } of routes) {
    // Writes are refused whatever they name, and each may be asked only so often in a minute.
    const ids = effect === 'write' ? [dataset.id] : [dataset.id, version, dashboard.id]
    for (const id of path.includes('{id}') ? ids : ['']) {
      const named = path.replace('{id}', id).replace('{number}', '1').replace('{format}', 'csv')
      const address = path.endsWith('/search') ? `${named}?q=salary pay region` : named
      const response = await owner.send(method, address, { headers: asViewer, ...bodyOf(method, path) })
      // A dashboard names the columns that its author chose; what its tiles hold is asked by Queries.
      const answer = (await response.text()).replace(/"tiles":\[.*/, '')
      const name = `${method} ${path}`
      seen.set(name, Math.min(response.status, seen.get(name) ?? 999))
      // A request's id is random, and may hold any digits.
      const told = answer.replace(/"requestId":"[^"]*"/, '')
      for (const word of kept) expect(told, name).not.toContain(word)
    }
  }
  return seen
}

describe('somebody who sees a part', () => {
  test('[A5] has figures of their rows alone, and an owner those of all', async () => {
    expect((await asked(count)).rows).toEqual([[41]])
    expect((await asked(count, {})).rows).toEqual([[61]])
    expect((await asked(count, { 'x-view-as': 'role=analyst&name=Zora' })).rows).toEqual([[20]])
    expect((await asked(count, { 'x-view-as': 'role=analyst' })).rows).toEqual([[0]])
    const share = {
      measures: [{ aggregate: 'count', share: true, filter: { op: 'in', column: 'Seller', values: ['Ben'] } }],
    }
    expect((await asked(share)).rows).toEqual([[1]])
    expect((await asked({ dimensions: [{ column: 'Region' }], ...count })).rows).toEqual([['North', 41]])
  })

  test('[A7] is refused by name what is hidden, and [A8] what would tell of what is masked', async () => {
    expect(await refusal({ columns: ['Salary'] })).toMatchObject({ status: 403, code: 'access/hidden-column' })
    expect(await refusal({ measures: [{ aggregate: 'min', column: 'Mail' }] })).toMatchObject({
      code: 'access/masked-column',
    })
    const listed = await asked({ columns: ['Order', 'Mail'], limit: 1 })
    expect(listed.rows).toEqual([['A-1', 'a•••@secret.example']])
  })

  test('is told of columns that are none without naming what is hidden', async () => {
    const told = await refusal({ columns: ['Salry'] })
    expect(`${told.message} ${told.hint}`).not.toContain('Salary')
  })

  test('[A10] gets no row and no column that is kept from them, by any route of the API', async () => {
    const seen = await everythingSeen()
    expect(seen.size).toBeGreaterThan(40)
    const whole = ['data.parquet', 'original', 'profile', 'cleaning', 'download/{format}']
    for (const part of whole) expect(seen.get(`GET /api/v1/datasets/{id}/${part}`), part).toBe(403)
    expect(seen.get('GET /api/v1/versions/{id}/comparison')).toBe(403)
    for (const part of ['preview', 'model', 'schema', 'suggestions', 'status'])
      expect(seen.get(`GET /api/v1/datasets/{id}/${part}`), part).toBe(200)
    expect(seen.get('POST /api/v1/sql')).toBe(403)
    for (const path of ['query', 'ask']) expect(seen.get(`POST /api/v1/${path}`), path).toBe(200)
  })

  test('an owner gets all of that', async () => {
    for (const part of ['data.parquet', 'profile', 'cleaning', 'original'])
      expect((await owner.send('GET', `/api/v1/datasets/${dataset.id}/${part}`)).status, part).toBe(200)
  })

  test('changes nothing', async () => {
    const body = { document: {}, version: 1 }
    const sent = { body, headers: asViewer }
    expect((await owner.refused('PUT', `datasets/${dataset.id}/model`, sent)).code).toBe('access/viewing-as')
    expect((await owner.refused('PATCH', `datasets/${dataset.id}`, { ...sent, body: { name: 'x' } })).code).toBe(
      'access/viewing-as',
    )
  })

  test('is nobody but an owner’s choice to look as', async () => {
    const refused = await new Visitor().refused('GET', 'datasets', { headers: asViewer })
    expect(refused.code).toBe('access/cannot-view-as')
    expect((await owner.refused('GET', 'datasets', { headers: { 'x-view-as': 'role=owner' } })).code).toBe(
      'access/cannot-view-as',
    )
  })

  test('is everybody who has a public link', async () => {
    const share = await owner.post<WireShare>(`dashboards/${dashboard.id}/shares`)
    const visitor = new Visitor()
    const shown = await visitor.get<{ document: { tiles: { id: string }[] }; models: unknown }>(`public/${share.token}`)
    for (const word of kept) expect(JSON.stringify(shown.models)).not.toContain(word)
    const tiles = await Promise.all(
      shown.document.tiles.map(async ({ id }) =>
        (await visitor.send('POST', `/api/v1/public/${share.token}/tiles/${id}`)).text(),
      ),
    )
    for (const word of kept.filter((each) => each !== 'Salary')) expect(tiles.join()).not.toContain(word)
    expect(tiles.some((each) => each.includes('"data"'))).toBe(true)
  })
})
