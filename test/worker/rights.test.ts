import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { memberRoles, type MemberRole } from '#core/access/member-role.ts'
import { hasRight } from '#core/access/rights.ts'
import { type Grant, roleOn } from '#core/access/standing.ts'
import type { WireTable } from '#core/wire/wire-table.ts'
import { commands } from '#worker/commands/registry.ts'
import { openDatabase } from '#worker/db/database.ts'
import { storeOf } from '#worker/db/store.ts'
import { asId } from '#core/ids.ts'
import { seededRandom } from '../support/random.ts'
import type { WireDashboard } from '#worker/wire/dashboard.ts'
import type { WireDataset } from '#worker/wire/dataset.ts'
import type { WireProject } from '#worker/wire/project.ts'
import { mailTo } from './support/outbox.ts'
import { describedRoutes, type DescribedRoute } from './support/openapi.ts'
import { ready } from './support/upload.ts'
import { member, type Visitor } from './support/visitor.ts'

type Made = { readonly link: string; readonly id: string }
const tokenOf = ({ link }: Made): string => link.split('#')[1] ?? ''

let owner: Visitor
let dataset: WireDataset
let dashboard: WireDashboard
let project: WireProject
let routes: DescribedRoute[]

async function join(role: MemberRole, more: object = {}): Promise<{ visitor: Visitor; id: string; token: string }> {
  const { visitor, account } = await member('joins')
  const made = await owner.post<Made>('invitations', { role, ...more })
  await visitor.post('invitations/accept', { token: tokenOf(made) })
  return { visitor, id: account.id, token: tokenOf(made) }
}

const idsOf = async (visitor: Visitor, list: string): Promise<string[]> =>
  (await visitor.get<{ id: string }[]>(list)).map(({ id }) => id)
const counted = () => ({ dataset: dataset.id, measures: [{ aggregate: 'count' }] })

const addressOf = (path: string): string =>
  path
    .replace(
      '{id}',
      path.includes('/dashboards/') ? dashboard.id : path.includes('/projects/') ? project.id : dataset.id,
    )
    .replace('{token}', 'none')
    .replace('{format}', 'csv')
    .replaceAll(/\{\w+\}/g, '1')

beforeAll(async () => {
  owner = (await member('owner')).visitor
  dataset = await ready(owner)
  dashboard = await owner.post<WireDashboard>('dashboards', { dataset: dataset.id })
  project = await owner.post<WireProject>('projects', { name: 'Closed' })
  await owner.send('PATCH', `/api/v1/projects/${project.id}`, { body: { isRestricted: true } })
  await owner.put(`datasets/${dataset.id}/place`, { project: project.id })
  routes = await describedRoutes()
}, 60_000)

describe('every route', () => {
  test.each(memberRoles.filter((role) => role !== 'owner'))(
    'refuses a %s what the table of rights does not give, and tells nothing of what is restricted',
    async (role) => {
      const people = await Promise.all([join(role), join(role), join(role)])
      for (const [at, { method, path, needs }] of routes.entries()) {
        if (path.includes('/auth/') || path.endsWith('/members/leave') || path.endsWith('/switch')) continue
        const visitor = people[at % 3]?.visitor as Visitor
        const response = await visitor.send(method, addressOf(path), method === 'GET' ? {} : { body: {} })
        const text = await response.text()
        const name = `${role}: ${method} ${path}`
        const right = Object.values(commands).find(
          (command) => command.needs && `${command.needs.may} ${command.needs.object}` === needs,
        )?.needs
        if (right && !hasRight(role, right)) expect(response.status, name).toBe(403)
        if (role !== 'admin')
          for (const word of [dataset.name, 'A-1000', project.name]) expect(text, name).not.toContain(word)
      }
    },
    60_000,
  )

  test('refuses whoever was removed, at once', async () => {
    const { visitor, id } = await join('analyst')
    expect((await visitor.send('GET', '/api/v1/datasets')).status).toBe(200)
    await owner.send('DELETE', `/api/v1/members/${id}`)
    expect((await visitor.send('GET', '/api/v1/datasets')).status).toBe(401)
  })
})

describe('a restricted project', () => {
  test('is nowhere for whoever it was not granted to: lists, search, questions, dashboards, joins, SQL', async () => {
    const { visitor } = await join('analyst')
    expect(await idsOf(visitor, 'datasets')).not.toContain(dataset.id)
    expect(await idsOf(visitor, 'dashboards')).not.toContain(dashboard.id)
    expect(await idsOf(visitor, 'projects')).toEqual([])
    const hits = await visitor.get<{ dataset: string }[]>('search?q=orders')
    expect(hits.map((hit) => hit.dataset)).not.toContain(dataset.id)
    for (const path of [`datasets/${dataset.id}`, `dashboards/${dashboard.id}`, `datasets/${dataset.id}/similar`])
      expect((await visitor.refused('GET', path)).status, path).toBe(404)
    for (const path of ['query', 'ask'])
      expect((await visitor.refused('POST', path, { body: { ...counted(), question: 'count' } })).status, path).toBe(
        404,
      )
    const own = await ready(visitor)
    const joined = {
      ...counted(),
      dataset: own.id,
      joins: [{ name: 'x', dataset: dataset.id, column: 'Order', key: 'Order' }],
    }
    expect((await visitor.refused('POST', 'query', { body: joined })).code).toBe('join/dataset-gone')
    const sql = `SELECT * FROM "${dataset.name}"`
    expect((await visitor.send('POST', '/api/v1/sql', { body: { sql } })).status).toBeGreaterThanOrEqual(400)
  })

  test('is what a grant makes it, also by a group: a guest sees, a viewer becomes an analyst of it', async () => {
    const { visitor, id } = await join('guest')
    const holder = { kind: 'user', id }
    await owner.put(`projects/${project.id}/grants`, { holder, role: 'viewer' })
    expect(await idsOf(visitor, 'datasets')).toEqual([dataset.id])
    expect((await visitor.post<WireTable>('query', counted())).rows).toHaveLength(1)
    expect((await visitor.refused('DELETE', `datasets/${dataset.id}`)).code).toBe('access/role-needed')
    const viewer = await join('viewer')
    const group = await owner.post<{ id: string }>('groups', { name: 'Builders', members: [viewer.id] })
    await owner.put(`projects/${project.id}/grants`, { holder: { kind: 'group', id: group.id }, role: 'analyst' })
    const named = await viewer.visitor.send('PATCH', `/api/v1/datasets/${dataset.id}`, { body: { tags: ['seen'] } })
    expect(named.status).toBe(200)
    expect((await viewer.visitor.refused('POST', 'projects', { body: { name: 'Mine' } })).code).toBe(
      'access/role-needed',
    )
    await owner.send('DELETE', `/api/v1/projects/${project.id}/grants`, { body: { holder } })
    expect(await idsOf(visitor, 'datasets')).toEqual([])
  })
})

describe('an invitation', () => {
  test('admits whom it names, as often as it says, until it expires or is taken back', async () => {
    const someone = await member('someone')
    const accept = (visitor: Visitor, made: Made) =>
      visitor.send('POST', '/api/v1/invitations/accept', { body: { token: tokenOf(made) } })
    const named = await owner.post<Made>('invitations', { email: 'other@example.com' })
    expect((await accept(someone.visitor, named)).status).toBe(403)
    const expired = await owner.post<Made>('invitations', {})
    await env.DB.prepare('UPDATE invitation SET expires_at = 1 WHERE id = ?').bind(expired.id).run()
    expect((await accept(someone.visitor, expired)).status).toBe(410)
    const revoked = await owner.post<Made>('invitations', {})
    await owner.send('DELETE', `/api/v1/invitations/${revoked.id}`)
    expect((await accept(someone.visitor, revoked)).status).toBe(404)
    const once = await owner.post<Made>('invitations', {})
    const [first, second] = await Promise.all([member('first'), member('second')])
    const statuses = await Promise.all([accept(first.visitor, once), accept(second.visitor, once)])
    expect(statuses.map(({ status }) => status).toSorted()).toEqual([200, 410])
  })

  test('that names an address is mailed there, and admits it once it is confirmed', async () => {
    const { visitor, account, who } = await member('invited')
    const { email } = who
    const made = await owner.post<Made>('invitations', { role: 'analyst', email })
    const [letter] = await mailTo(email)
    expect(letter?.subject).toMatch(/ invites you to /)
    expect(letter?.text).toContain(made.link)
    const accept = () => visitor.send('POST', '/api/v1/invitations/accept', { body: { token: tokenOf(made) } })
    expect((await accept()).status).toBe(403)
    await env.DB.prepare('UPDATE user SET email_verified_at = 1 WHERE id = ?').bind(account.id).run()
    expect((await accept()).status).toBe(200)
  })

  test('leads into the workspace, and back to one’s own without signing in again', async () => {
    const { visitor } = await join('admin')
    expect(await idsOf(visitor, 'datasets')).toContain(dataset.id)
    const all = await visitor.get<{ id: string; isHere: boolean }[]>('workspaces')
    expect(all).toHaveLength(2)
    await visitor.post('workspaces/switch', { workspace: all.find(({ isHere }) => !isHere)?.id })
    expect(await idsOf(visitor, 'datasets')).not.toContain(dataset.id)
    expect((await visitor.refused('POST', 'workspaces/switch', { body: { workspace: 'other' } })).status).toBe(404)
  })
})

describe('an owner', () => {
  test('is always there, and is made by an owner alone', async () => {
    const admin = await join('admin')
    const me = await owner.get<{ id: string }>('me')
    const promoted = { body: { role: 'owner' } }
    expect((await admin.visitor.refused('PATCH', `members/${admin.id}`, promoted)).code).toBe('member/owners-only')
    expect((await admin.visitor.refused('DELETE', `members/${me.id}`)).code).toBe('member/owners-only')
    const less = { body: { role: 'viewer' } }
    expect((await owner.refused('PATCH', `members/${me.id}`, less)).code).toBe('member/last-owner')
  })
})

test('lists show what `roleOn` allows, for random places and grants', async () => {
  const db = openDatabase(env.DB)
  const random = seededRandom(20_261_201)
  const row = await env.DB.prepare('SELECT workspace_id FROM dataset WHERE id = ?')
    .bind(dataset.id)
    .first('workspace_id')
  const workspace = asId<'workspace'>(String(row))
  const projects = await Promise.all(
    ['a', 'b', 'c'].map((name) => owner.post<WireProject>('projects', { name: `P ${name}` })),
  )
  const all = storeOf(db, workspace, { role: 'owner', grants: [] })
  const datasets = await Promise.all([ready(owner), ready(owner), ready(owner), ready(owner)])
  for (let round = 0; round < 40; round += 1) {
    for (const { id } of projects)
      await all.projects.change(id, { isRestricted: random.chance(0.5), updatedAt: new Date() })
    for (const { id } of datasets) {
      const to = random.chance(0.7) ? asId<'project'>(random.pick(projects).id) : null
      await all.projects.move(asId<'dataset'>(id), { to, isRestricted: random.chance(0.3), updatedAt: new Date() })
    }
    const grants = Array.from({ length: random.below(4) }, (): Grant => {
      const role = random.pick(['admin', 'analyst', 'viewer'] as const)
      return random.chance(0.5)
        ? { object: 'project', id: random.pick(projects).id, role }
        : { object: 'dataset', id: random.pick(datasets).id, role }
    })
    const standing = { role: random.pick(memberRoles), grants }
    const shown = (await storeOf(db, workspace, standing).datasets.all()).map(({ id, role }) => `${id} ${role}`)
    const expected: string[] = []
    for (const { id } of await all.datasets.all()) {
      const place = await all.placeOf({ kind: 'dataset', id })
      const role = place && roleOn(standing, place)
      if (role) expected.push(`${id} ${role}`)
    }
    expect(shown.toSorted(), JSON.stringify({ round, standing })).toEqual(expected.toSorted())
  }
}, 60_000)

describe('what was deleted', () => {
  test('is listed to those who may restore it', async () => {
    const host = (await member('host')).visitor
    const { id } = await ready(host)
    await host.send('DELETE', `/api/v1/datasets/${id}`)
    for (const [role, listed] of [
      ['viewer', []],
      ['analyst', [id]],
    ] as const) {
      const { visitor } = await member('joins')
      await visitor.post('invitations/accept', { token: tokenOf(await host.post<Made>('invitations', { role })) })
      const { datasets } = await visitor.get<{ datasets: { id: string }[] }>('deleted')
      expect(
        datasets.map((each) => each.id),
        role,
      ).toEqual(listed)
    }
  })
})
