import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { app } from '#worker/app.ts'
import { digest } from '#worker/security/digest.ts'
import type { WireDataset } from '#worker/wire/dataset.ts'
import { seededRandom } from '../support/random.ts'
import { soakOf } from './support/soak.ts'
import { ready, textFile, upload } from './support/upload.ts'
import { guest, Visitor } from './support/visitor.ts'

const { seed, rounds } = soakOf(1)
const random = seededRandom(seed)
const each = Array.from({ length: rounds }, (_, round) => round)
const megabyte = 1_000_000

const count = async (sql: string, ...values: unknown[]): Promise<number> =>
  (await env.DB.prepare(sql)
    .bind(...values)
    .first<number>('n')) ?? 0

/** What a guest's workspace holds against its quota. */
async function held(visitor: Visitor): Promise<{ datasets: number; bytes: number }> {
  const account = await visitor.get<{ id: string }>('me')
  const workspace = 'SELECT workspace_id FROM membership WHERE user_id = ?1'
  const datasets = await count(
    `SELECT (SELECT count(*) FROM dataset WHERE workspace_id = (${workspace}) AND deleted_at IS NULL AND NOT is_sample)
          + (SELECT count(*) FROM upload WHERE workspace_id = (${workspace}) AND status = 'open') AS n`,
    account.id,
  )
  const bytes = await count(
    `SELECT coalesce((SELECT sum(bytes) FROM dataset_version JOIN dataset ON dataset.id = dataset_id
                      WHERE dataset.workspace_id = (${workspace}) AND dataset.deleted_at IS NULL AND NOT is_sample), 0)
          + coalesce((SELECT sum(bytes) FROM upload WHERE workspace_id = (${workspace}) AND status = 'open'), 0) AS n`,
    account.id,
  )
  return { datasets, bytes }
}

const setBytes = (dataset: string, bytes: number) =>
  env.DB.prepare('UPDATE dataset_version SET bytes = ? WHERE dataset_id = ?').bind(bytes, dataset).run()

/** So many at once, of which each outcome is kept. */
const flood = <Outcome>(many: number, one: (at: number) => Promise<Outcome>): Promise<Outcome[]> =>
  Promise.all(Array.from({ length: many }, (_, at) => one(at)))

describe(`an attacker, seed ${seed}`, () => {
  test.each(each)('gets no more guests by being somebody new each time (%i)', async () => {
    const { address } = new Visitor()
    const started = await guest(address)
    const key = digest(`guest ${address}`)
    await env.DB.prepare('UPDATE attempt SET count = 110 WHERE key = ?').bind(key).run()
    const [token, refresh] = ['edgewise_access', 'edgewise_refresh'].map((name) => started.cookies.get(name) ?? '')
    const identities = [
      {},
      { headers: { authorization: `Bearer ${token}` }, body: { keep: 'bearer' } },
      { headers: { cookie: `edgewise_refresh=${refresh}` }, body: { keep: 'bearer' } },
      { headers: { 'x-forwarded-for': `203.0.113.${random.below(250)}` }, body: { keep: 'bearer' } },
    ]
    const statuses = await flood(40, async () => {
      const visitor = new Visitor(address)
      return (await visitor.send('POST', '/api/v1/auth/guest', random.pick(identities))).status
    })
    expect(statuses.filter((status) => status === 200)).toHaveLength(10)
  })

  test.each(each)('begins no more uploads at once than a guest has datasets (%i)', async () => {
    const visitor = await guest()
    const statuses = await flood(60, async () => {
      const body = { name: `a${random.below(9)}.csv`, size: 1 + random.below(100), sha256: null }
      return (await visitor.send('POST', '/api/v1/uploads', { body })).status
    })
    expect(statuses.filter((status) => status === 200)).toHaveLength(20)
    expect(await held(visitor)).toMatchObject({ datasets: 20 })
  })

  test.each(each)('announces no more bytes at once than a guest may keep (%i)', async () => {
    const visitor = await guest()
    const size = (60 + random.below(40)) * megabyte
    await flood(30, () => visitor.send('POST', '/api/v1/uploads', { body: { name: 'big.csv', size, sha256: null } }))
    const { bytes } = await held(visitor)
    expect(bytes).toBeLessThanOrEqual(500 * megabyte)
    expect(bytes).toBeGreaterThan(500 * megabyte - size)
  })

  test.each(each)('keeps no more datasets by deleting, sending and restoring them at once (%i)', async () => {
    const visitor = await guest()
    const file = (at: number) => textFile(`f${at}.csv`, `a,b\n${at},1\n2,3\n`)
    const first = await flood(12, (at) => upload(visitor, file(at)))
    for (const { id } of first) await visitor.send('DELETE', `/api/v1/datasets/${id}`)
    const second = await flood(12, (at) => upload(visitor, file(100 + at)))
    const deleted = random.pick([0, 3, 6])
    const others = second.slice(0, deleted)
    await Promise.all([
      ...first.map(({ id }) => visitor.send('POST', `/api/v1/datasets/${id}/restore`)),
      ...others.map(({ id }) => visitor.send('DELETE', `/api/v1/datasets/${id}`)),
      flood(6, (at) => upload(visitor, file(200 + at)).catch(() => null)),
    ])
    await Promise.all(others.map(({ id }) => visitor.send('POST', `/api/v1/datasets/${id}/restore`)))
    expect((await held(visitor)).datasets).toBeLessThanOrEqual(20)
    const kept = (await visitor.get<WireDataset[]>('datasets')).filter(({ sample }) => !sample)
    expect(kept.length).toBeGreaterThan(12)
  })

  test.each(each)('keeps no more bytes by new versions of one file at once (%i)', async () => {
    const visitor = await guest()
    const { id } = await ready(visitor)
    await setBytes(id, (90 + random.below(60)) * megabyte)
    const recipe = { schema: 1, steps: [{ step: 'trim', settings: {} }] }
    const ways = [
      { path: `datasets/${id}/read-again`, body: { choices: {} } },
      { path: `datasets/${id}/cleaning`, body: { recipe } },
    ]
    const statuses = await flood(10, async () => {
      const { path, body } = random.pick(ways)
      return (await visitor.send('POST', `/api/v1/${path}`, { body })).status
    })
    expect(statuses).toContain(403)
    expect((await held(visitor)).bytes).toBeLessThanOrEqual(500 * megabyte)
  })

  test('is one address by whatever is written into headers, where the platform tells none', async () => {
    const unknown = { ...env, CLIENT_ADDRESS_HEADER: '' }
    const names = ['cf-connecting-ip', 'x-forwarded-for', 'x-real-ip', 'true-client-ip', 'forwarded']
    const statuses = await flood(80, async () => {
      const made = `203.0.113.${random.below(250)}`
      const headers = { 'content-type': 'application/json', [random.pick(names)]: made }
      const body = JSON.stringify({ email: 'not an address', password: 'x' })
      const request = new Request('https://edgewise.example/api/v1/auth/sign-in', { method: 'POST', headers, body })
      return (await app.fetch(request, unknown, createExecutionContext())).status
    })
    expect(statuses.filter((status) => status !== 429)).toHaveLength(60)
  })
})
