import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#worker/security/random.ts'
import type { WireDashboard, WireShare } from '#worker/wire/dashboard.ts'
import { describedRoutes, type DescribedRoute } from './support/openapi.ts'
import { begin, orders, ready, sendParts } from './support/upload.ts'
import { guest, Visitor } from './support/visitor.ts'

/** Everything that a workspace may own, as the values that a path or a body names it by. */
type Owned = {
  readonly dataset: string
  readonly version: string
  readonly dashboard: string
  readonly share: string
  readonly upload: string
  readonly question: string
  readonly correction: string
  readonly token: string
}

/** Words that stand in the owner's data alone. */
const words = ['A-1000', 'Orders 2024']
let owner: Visitor
let stranger: Visitor
let owned: Owned
let routes: DescribedRoute[]

async function everythingOf(visitor: Visitor): Promise<Owned> {
  const dataset = await ready(visitor)
  const dashboard = await visitor.post<WireDashboard>('dashboards', { dataset: dataset.id })
  const share = await visitor.post<WireShare>(`dashboards/${dashboard.id}/shares`)
  const begun = await begin(visitor, orders)
  await sendParts(visitor, begun, orders.bytes)
  const question = newId<'question'>()
  await visitor.post(`datasets/${dataset.id}/questions`, { as: question, question: 'How many orders are there?' })
  const correction = newId<'correction'>()
  const said = { as: correction, words: 'turnover', column: 'Amount', value: null }
  await visitor.post(`datasets/${dataset.id}/corrections`, said)
  return {
    dataset: dataset.id,
    version: dataset.version.id,
    dashboard: dashboard.id,
    share: share.id,
    upload: begun.id,
    question,
    correction,
    token: share.token,
  }
}

/** The tables of ours that do, or do not, name a workspace. */
async function tablesWith(named: boolean): Promise<string[]> {
  const tables = await env.DB.prepare(
    `SELECT name FROM sqlite_master m WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'
       AND name <> 'd1_migrations'
       AND ${named ? '' : 'NOT'} EXISTS (SELECT 1 FROM pragma_table_info(m.name) c WHERE c.name = 'workspace_id')`,
  ).all<{ name: string }>()
  return tables.results.map(({ name }) => name).sort()
}

/** Every row that names a workspace, of every table, in a form that shows any change. */
async function rowsOf(workspace: string): Promise<unknown> {
  const tables = (await tablesWith(true)).filter((name) => name !== 'workspace')
  expect(tables.length).toBeGreaterThan(8)
  const rows = await env.DB.batch(
    tables.map((name) =>
      env.DB.prepare(`SELECT * FROM ${name} WHERE workspace_id = ? ORDER BY 1, 2, 3`).bind(workspace),
    ),
  )
  const files = await env.FILES.list({ prefix: workspace })
  return [rows.map(({ results }) => results), files.objects.map(({ key, etag }) => [key, etag])]
}

const workspaceOf = async (dataset: string): Promise<string> =>
  (await env.DB.prepare('SELECT workspace_id FROM dataset WHERE id = ?').bind(dataset).first<string>('workspace_id')) ??
  ''

/** The bodies a stranger would send, each naming what is not theirs. */
function bodyFor(path: string): unknown {
  if (path.endsWith('/parts')) return { part: 'Orders' }
  return path.includes('/parts/') ? orders.bytes : namedBodyFor(path)
}

/** By how their addresses end. */
const namedBodies: Readonly<Record<string, () => unknown>> = {
  '/query': () => ({ dataset: owned.dataset, measures: [{ aggregate: 'count' }] }),
  '/ask': () => ({ dataset: owned.dataset, question: 'How many orders are there?' }),
  '/datasets/{id}/questions': () => ({ as: newId(), question: 'How many orders are there?' }),
  '/datasets/{id}/corrections': () => ({ as: newId(), words: 'gain', column: 'Amount', value: null }),
  '/receipts': () => ({ query: { dataset: owned.dataset, measures: [{ aggregate: 'count' }] } }),
  '/grants': () => ({ holder: { kind: 'user', id: newId() }, role: 'viewer' }),
  '/place': () => ({ project: null }),
  '/receipts/verify': () => ({ receipt: '{}' }),
  '/questions/{id}': () => ({ name: 'Mine now' }),
  '/dashboards': () => ({ dataset: owned.dataset }),
  '/edits': () => ({ version: 0, edits: [{ type: 'rename-dashboard', payload: { title: 'Mine now' } }] }),
  '/datasets/{id}': () => ({ name: 'Mine now' }),
  '/read-again': () => ({ choices: {} }),
  '/cleaning': () => ({ recipe: { schema: 1, steps: [{ step: 'trim', settings: {} }] }, keeps: true }),
  '/model': () => ({ document: { columns: { Amount: { label: 'Mine now' } } }, version: 0 }),
  '/model/validate': () => ({ document: {} }),
  '/model/import': () => ({ file: { document: {} }, version: 0 }),
}

const namedBodyFor = (path: string): unknown =>
  Object.entries(namedBodies).find(([ending]) => path.endsWith(ending))?.[1]()

const bodyNamesDataset = new Set([
  'POST /api/v1/query',
  'POST /api/v1/ask',
  'POST /api/v1/dashboards',
  'POST /api/v1/receipts',
])

/** What an address that asks for something is asked. */
const queries: Readonly<Record<string, string>> = { '/api/v1/search': '?q=orders' }

function addressesOf(method: string, path: string): string[] {
  if (path.includes('{token}')) return []
  if (method === 'GET' && path.endsWith('/edits')) return [`${path.replace('{id}', owned.dashboard)}?after=0`]
  if (path in queries) return [`${path}${queries[path]}`]
  if (!path.includes('{id}')) return [path]
  const named = path.replace('{number}', '1').replace('{format}', 'csv')
  const { token: _, ...ids } = owned
  return Object.values(ids).map((id) => named.replace('{id}', id))
}

beforeAll(async () => {
  ;[owner, stranger] = await Promise.all([guest(), guest()])
  owned = await everythingOf(owner)
  routes = await describedRoutes()
}, 60_000)

describe('a stranger with a session of their own', () => {
  test('reads and changes nothing of another workspace, by any route of the API', async () => {
    const workspace = await workspaceOf(owned.dataset)
    // The owner's own events are written a moment after their requests.
    await new Promise((resolve) => setTimeout(resolve, 300))
    const before = await rowsOf(workspace)
    // Each may ask only so often in a minute.
    const strangers = [stranger, ...(await Promise.all(Array.from({ length: 7 }, guest)))]
    let tried = 0
    for (const { method, path } of routes.filter((route) => !route.path.includes('/auth/'))) {
      const body = method === 'GET' ? undefined : bodyFor(path)
      for (const address of addressesOf(method, path)) {
        const response = await (strangers[tried % strangers.length] ?? stranger).send(
          method,
          address,
          body === undefined ? {} : { body },
        )
        const text = await response.text()
        tried += 1
        const name = `${method} ${address}`
        if (path.includes('{') || bodyNamesDataset.has(`${method} ${path}`)) expect(response.status, name).toBe(404)
        for (const value of [...Object.values(owned), ...words]) expect(text, name).not.toContain(value)
      }
    }
    expect(tried).toBeGreaterThan(60)
    expect(await rowsOf(workspace)).toEqual(before)
  }, 30_000)

  test('gets nothing out of a dashboard of their own that names the dataset of another', async () => {
    const [mine] = await stranger.get<WireDashboard[]>('dashboards')
    const own = mine ?? (await stranger.post<WireDashboard>('dashboards', { dataset: (await ready(stranger)).id }))
    const query = { dataset: owned.dataset, measures: [{ aggregate: 'count' }] }
    const tile = { id: 'spy', title: 'Spy', place: { x: 0, y: 0, w: 4, h: 4 }, query, chart: null }
    const { version } = (await stranger.get<WireDashboard>(`dashboards/${own.id}`)).document
    await stranger.post(`dashboards/${own.id}/edits`, { version, edits: [{ type: 'add-tile', payload: { tile } }] })
    const share = await stranger.post<WireShare>(`dashboards/${own.id}/shares`)
    const refusal = await new Visitor().refused('POST', `public/${share.token}/tiles/spy`)
    expect(refusal.code).toBe('share/tile-broken')
    const shown = await new Visitor().get<{ models: { dataset: string }[] }>(`public/${share.token}`)
    expect(shown.models.map(({ dataset }) => dataset)).not.toContain(owned.dataset)
  })

  test('hears nothing of another workspace', async () => {
    const response = await stranger.send('GET', '/api/v1/live', { headers: { upgrade: 'websocket' } })
    const heard: unknown[] = []
    response.webSocket?.accept()
    response.webSocket?.addEventListener('message', ({ data }) => heard.push(data))
    await ready(owner)
    expect(heard).toEqual([])
    response.webSocket?.close()
  })
})

test('every table names its workspace, but those that cannot', async () => {
  expect(await tablesWith(false)).toEqual([
    'attempt',
    'challenge',
    'device',
    'mail',
    'organisation',
    'precondition',
    'recovery_code',
    'totp',
    'user',
    'workspace',
  ])
})
