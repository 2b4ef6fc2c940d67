import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import type { WireTable } from '#core/wire/wire-table.ts'
import type { WireDashboard } from '#worker/wire/dashboard.ts'
import type { WireDataset } from '#worker/wire/dataset.ts'
import { describedRoutes, type DescribedRoute } from './support/openapi.ts'
import { ready } from './support/upload.ts'
import { guest, member, Visitor } from './support/visitor.ts'

type Person = { readonly visitor: Visitor; readonly user: string; readonly home: string }

let owner: Person
let dataset: string
let dashboard: string
let routes: DescribedRoute[]

const run = (sql: string, ...values: unknown[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run()

async function person(visitor: Visitor): Promise<Person> {
  const { id: user } = await visitor.get<{ id: string }>('me')
  const home = await env.DB.prepare('SELECT workspace_id FROM membership WHERE user_id = ?')
    .bind(user)
    .first('workspace_id')
  return { visitor, user, home: String(home) }
}

/** Makes somebody a member of the owner's workspace, in which their session now is. */
async function join({ user }: Person, role: string): Promise<void> {
  await run(
    'INSERT INTO membership (user_id, workspace_id, role, created_at, last_used_at) VALUES (?, ?, ?, 1, 1)',
    user,
    owner.home,
    role,
  )
  await run('UPDATE session SET workspace_id = ? WHERE user_id = ?', owner.home, user)
}

async function joined(role: string): Promise<Person> {
  const newcomer = await person((await member('newcomer')).visitor)
  await join(newcomer, role)
  return newcomer
}

const addressOf = (path: string): string =>
  path.replace('{id}', path.includes('/dashboards/') ? dashboard : dataset).replace(/\{\w+\}/g, '1')

beforeAll(async () => {
  owner = await person(await guest())
  dataset = (await ready(owner.visitor)).id
  dashboard = (await owner.visitor.post<WireDashboard>('dashboards', { dataset })).id
  routes = await describedRoutes()
}, 60_000)

describe('a viewer of a workspace', () => {
  test('reads what is in it', async () => {
    const { visitor } = await joined('viewer')
    expect((await visitor.get<WireDataset[]>('datasets')).map(({ id }) => id)).toContain(dataset)
    const query = { dataset, dimensions: [{ column: 'Region' }], measures: [{ aggregate: 'count' }] }
    expect((await visitor.post<WireTable>('query', query)).rows).toHaveLength(4)
    expect((await visitor.get<WireDashboard>(`dashboards/${dashboard}`)).id).toBe(dashboard)
  })

  test('is refused by every route that changes something, before anything is read', async () => {
    const writing = routes.filter(({ effect, needs }) => effect === 'write' && needs !== null)
    expect(writing.length).toBeGreaterThan(20)
    const viewers = await Promise.all([joined('viewer'), joined('viewer')])
    const before = await env.DB.prepare('SELECT * FROM dataset WHERE workspace_id = ?').bind(owner.home).all()
    for (const [at, { method, path }] of writing.entries()) {
      const response = await (viewers[at % 2] as Person).visitor.send(method, addressOf(path), { body: {} })
      expect(response.status, `${method} ${path}`).toBe(403)
      expect(await response.text(), `${method} ${path}`).toContain('access/role-needed')
    }
    const after = await env.DB.prepare('SELECT * FROM dataset WHERE workspace_id = ?').bind(owner.home).all()
    expect(after.results).toEqual(before.results)
  }, 60_000)

  test('gets the rows that rules leave to viewers, by what is known of them', async () => {
    const own = await ready(owner.visitor)
    const { visitor } = await joined('viewer')
    const rows = [{ role: 'viewer', conditions: [{ op: 'in', column: 'Region', values: ['North'] }] }]
    await owner.visitor.put(`datasets/${own.id}/model`, { document: { rows }, version: 0 })
    const query = { dataset: own.id, dimensions: [{ column: 'Region' }], measures: [{ aggregate: 'count' }] }
    expect((await visitor.post<WireTable>('query', query)).rows).toEqual([['North', 100]])
    expect((await owner.visitor.post<WireTable>('query', query)).rows).toHaveLength(4)
  })
})

test('an analyst changes what is in the workspace, and opens no link to strangers', async () => {
  const { visitor } = await joined('analyst')
  const { version } = (await visitor.get<WireDashboard>(`dashboards/${dashboard}`)).document
  const edits = [{ type: 'rename-dashboard', payload: { title: 'By the analyst' } }]
  await visitor.post(`dashboards/${dashboard}/edits`, { version, edits })
  const refused = await visitor.refused('POST', `dashboards/${dashboard}/shares`)
  expect(refused).toMatchObject({ status: 403, code: 'access/role-needed' })
  expect(refused.message).toBe('This needs an admin, and here you are an analyst.')
})

describe('somebody in two workspaces', () => {
  test('acts in the one in which their session began, and in no other', async () => {
    const both = await joined('viewer')
    const mine = async () => (await both.visitor.get<WireDataset[]>('datasets')).map(({ id }) => id)
    expect(await mine()).toContain(dataset)
    await run('UPDATE session SET workspace_id = ? WHERE user_id = ?', both.home, both.user)
    expect(await mine()).not.toContain(dataset)
    expect((await both.visitor.refused('GET', `datasets/${dataset}`)).status).toBe(404)
    const own = await ready(both.visitor)
    await both.visitor.post(`dashboards`, { dataset: own.id })
  })

  test('signs in to the one that they used last', async () => {
    const { visitor, who } = await member('twice')
    const both = await person(visitor)
    await run(
      'INSERT INTO membership (user_id, workspace_id, role, created_at, last_used_at) VALUES (?, ?, ?, 1, 1)',
      both.user,
      owner.home,
      'viewer',
    )
    const again = new Visitor()
    await again.post('auth/sign-in', who)
    expect((await again.get<WireDataset[]>('datasets')).map(({ id }) => id)).not.toContain(dataset)
    await run('UPDATE membership SET last_used_at = ? WHERE workspace_id = ?', Date.now() + 1000, owner.home)
    await again.post('auth/sign-in', who)
    expect((await again.get<WireDataset[]>('datasets')).map(({ id }) => id)).toContain(dataset)
  })

  test('is signed out of the one that they are no longer a member of, and cannot refresh the session', async () => {
    const gone = await joined('analyst')
    expect((await gone.visitor.get<{ id: string }>('me')).id).toBe(gone.user)
    await run('DELETE FROM membership WHERE user_id = ? AND workspace_id = ?', gone.user, owner.home)
    expect((await gone.visitor.refused('GET', 'me')).status).toBe(401)
    expect((await gone.visitor.refused('POST', 'auth/refresh')).status).toBe(401)
  })
})
