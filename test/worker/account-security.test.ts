import { env } from 'cloudflare:workers'
import { Secret, TOTP } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { jobKinds } from '#worker/jobs/registry.ts'
import { fail } from '#core/errors.ts'
import { serviceOf } from '#worker/service.ts'
import type { WireAccount } from '#worker/wire/account.ts'
import { ready } from './support/upload.ts'
import { dataOf, guest, member, Visitor, type Credentials } from './support/visitor.ts'

type Step = { readonly challenge: string; readonly sentTo: string | null }
type Session = { readonly id: string; readonly device: string; readonly place: string; readonly isThis: boolean }
type Made = { readonly id: string; readonly key: string }

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36'

describe('an authenticator app', () => {
  const codeAt = (secret: string, at: number): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at })

  async function withApp() {
    const { visitor, who } = await member('app')
    const { secret, address } = await visitor.post<{ secret: string; address: string }>('me/authenticator', {
      password: who.password,
    })
    const { codes } = await visitor.post<{ codes: string[] }>('me/authenticator/confirm', {
      code: codeAt(secret, Date.now() - 30_000),
    })
    return { visitor, who, secret, address, codes }
  }

  test('is asked for at sign-in; each of its codes works once', async () => {
    const { who, secret, address } = await withApp()
    expect(address).toMatch(/^otpauth:\/\/totp\/Edgewise:/)
    const visitor = new Visitor()
    const { challenge, sentTo } = await visitor.post<Step>('auth/sign-in', who)
    expect(sentTo).toBeNull()
    const code = codeAt(secret, Date.now())
    await visitor.post('auth/sign-in/confirm', { challenge, code })
    const other = new Visitor()
    const again = await other.post<Step>('auth/sign-in', who)
    const body = { challenge: again.challenge, code }
    expect((await other.refused('POST', 'auth/sign-in/confirm', { body })).code).toBe('account/wrong-code')
  })

  test('its secret and recovery codes are not in the database in clear', async () => {
    const { secret, codes } = await withApp()
    const tables = await Promise.all(
      ['totp', 'recovery_code'].map((table) => env.DB.prepare(`SELECT * FROM ${table}`).all()),
    )
    const stored = JSON.stringify(tables.map(({ results }) => results))
    for (const text of [secret, ...codes]) expect(stored).not.toContain(text)
  })

  test('a recovery code stands in for it, once', async () => {
    const { who, codes } = await withApp()
    expect(new Set(codes).size).toBe(10)
    const use = async (): Promise<number> => {
      const visitor = new Visitor()
      const { challenge } = await visitor.post<Step>('auth/sign-in', who)
      const body = { challenge, code: codes[0] }
      return (await visitor.send('POST', '/api/v1/auth/sign-in/confirm', { body })).status
    }
    expect([await use(), await use()]).toEqual([200, 403])
  })

  test('goes with the password alone, and sign-in asks no more', async () => {
    const { visitor, who } = await withApp()
    const wrong = await visitor.refused('POST', 'me/authenticator/remove', { body: { password: 'not this one' } })
    expect(wrong.code).toBe('account/wrong-password')
    const second = await visitor.refused('POST', 'me/authenticator', { body: { password: who.password } })
    expect(second.code).toBe('account/app-in-use')
    await visitor.post('me/authenticator/remove', { password: who.password })
    expect(await new Visitor().post('auth/sign-in', who)).toMatchObject({ email: who.email })
  })
})

describe('the list of sessions', () => {
  test('says device and place, and ends one or all others', async () => {
    const { visitor, who } = await member()
    const [one, two] = [new Visitor(), new Visitor()]
    await dataOf(await one.send('POST', '/api/v1/auth/sign-in', { body: who, headers: { 'user-agent': windows } }))
    await two.post('auth/sign-in', who)
    const listed = await visitor.get<Session[]>('me/sessions')
    expect(listed.filter(({ isThis }) => isThis)).toHaveLength(1)
    const found = listed.find(({ device }) => device === 'Chrome on Windows')
    expect(found?.place).toBe(one.address.replace(/\d+$/, 'x'))
    await dataOf(await visitor.send('DELETE', `/api/v1/me/sessions/${found?.id}`))
    expect((await one.refused('GET', 'me')).status).toBe(401)
    expect((await one.refused('POST', 'auth/refresh')).status).toBe(401)
    expect(await visitor.post('me/sessions/end-others')).toEqual({ ended: 1 })
    expect((await two.refused('GET', 'me')).status).toBe(401)
    expect(await visitor.get<Session[]>('me/sessions')).toHaveLength(1)
  })

  test('lists and ends nobody else’s', async () => {
    const [{ visitor: ada }, { visitor: bob }] = await Promise.all([member('ada'), member('bob')])
    const [session] = await ada.get<Session[]>('me/sessions')
    const refusal = await bob.refused('DELETE', `me/sessions/${session?.id}`)
    expect(refusal).toMatchObject({ status: 404, code: 'account/not-listed' })
    expect((await ada.get<WireAccount>('me')).name).toBe('ada')
  })

  test('signing in takes over no session that was planted before', async () => {
    const { who } = await member()
    const planted = await guest()
    const copy = new Visitor()
    for (const [name, value] of planted.cookies) copy.cookies.set(name, value)
    await planted.post('auth/sign-in', who)
    expect((await copy.refused('GET', 'me')).status).toBe(401)
  })
})

describe('a personal token', () => {
  const withKey = (key: string) => ({ authorization: `Bearer ${key}`, cookie: '' })
  const make = (visitor: Visitor, scope: string, days = 30) =>
    visitor.post<Made>('me/tokens', { name: 'Nightly', scope, days })
  const program = new Visitor()
  const status = async (key: string, method: string, path: string, body?: unknown): Promise<number> =>
    (
      await program.send(method, `/api/v1/${path}`, {
        headers: { ...withKey(key), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    ).status

  test('does what its scope allows and no more, in its workspace', async () => {
    const { visitor } = await member()
    const { id } = await ready(visitor)
    const query = { dataset: id, measures: [{ aggregate: 'count' }] }
    const [read, compute, write] = await Promise.all(['read', 'query', 'write'].map((scope) => make(visitor, scope)))
    const tried = async (key = ''): Promise<number[]> => [
      await status(key, 'GET', 'datasets'),
      await status(key, 'POST', 'query', query),
      await status(key, 'PATCH', `datasets/${id}`, { name: 'Renamed' }),
    ]
    expect(await tried(read?.key)).toEqual([200, 403, 403])
    expect(await tried(compute?.key)).toEqual([200, 200, 403])
    expect(await tried(write?.key)).toEqual([200, 200, 200])
  })

  test('changes nothing of the account that it belongs to', async () => {
    const { visitor, who } = await member()
    const { key } = await make(visitor, 'write')
    for (const [method, path, body] of [
      ['GET', 'me'],
      ['GET', 'me/export'],
      ['GET', 'me/tokens'],
      ['POST', 'me/tokens', { name: 'More', scope: 'write', days: 1 }],
      ['POST', 'me/password', { current: who.password, next: 'a new long password' }],
      ['POST', 'me/delete', { password: who.password }],
      ['POST', 'auth/sign-out'],
      ['POST', 'auth/sign-in', who],
    ] as const)
      expect(await status(key, method, path, body), `${method} ${path}`).toBe(403)
  })

  test('is shown once, stored hashed, and its last use is known', async () => {
    const { visitor } = await member()
    const { id, key } = await make(visitor, 'read')
    expect(key).toMatch(/^ew_[\w-]{43}$/)
    await status(key, 'GET', 'datasets')
    const stored = JSON.stringify((await env.DB.prepare('SELECT * FROM personal_token').all()).results)
    expect(stored).not.toContain(key)
    const used = async () =>
      (await visitor.get<{ id: string; lastUsedAt: string | null }[]>('me/tokens')).find((each) => each.id === id)
    await expect.poll(async () => (await used())?.lastUsedAt).toMatch(/^20/)
    expect(JSON.stringify(await used())).not.toContain(key)
  })

  test('is nobody’s once it is revoked, expired, unknown, or its owner left', async () => {
    const { visitor, account } = await member()
    const [gone, old, kept] = await Promise.all([make(visitor, 'read'), make(visitor, 'read'), make(visitor, 'read')])
    await dataOf(await visitor.send('DELETE', `/api/v1/me/tokens/${gone.id}`))
    await env.DB.prepare('UPDATE personal_token SET expires_at = 1 WHERE id = ?').bind(old.id).run()
    expect(await status(kept.key, 'GET', 'datasets')).toBe(200)
    await env.DB.prepare('DELETE FROM membership WHERE user_id = ?').bind(account.id).run()
    for (const key of [gone.key, old.key, kept.key, `${kept.key}x`])
      expect(await status(key, 'GET', 'datasets')).toBe(401)
  })

  test('ends with the password it was made under', async () => {
    const { visitor, who } = await member()
    const { key } = await make(visitor, 'read')
    expect(await status(key, 'GET', 'datasets')).toBe(200)
    await visitor.post('me/password', { current: who.password, next: 'another long sentence' })
    expect(await status(key, 'GET', 'datasets')).toBe(401)
  })

  test('is no cookie', async () => {
    const { visitor } = await member()
    const { key } = await make(visitor, 'read')
    const thief = new Visitor()
    thief.cookies.set('edgewise_access', key)
    expect((await thief.refused('GET', 'datasets')).status).toBe(401)
  })
})

describe('an account that is deleted', () => {
  const swept = async (): Promise<void> => {
    const service = serviceOf(env, { waitUntil: (work) => void work.catch(() => null) })
    const work = jobKinds['sweep-accounts'].open(service, { input: {}, workspaceId: null })
    if (!work.ok) throw new Error('no work')
    const signal = new AbortController().signal
    expect(await work.value.run({ progress: () => undefined, signal, stopped: fail('service/broken') })).toMatchObject({
      ok: true,
    })
  }
  const known = (id: string) => env.DB.prepare('SELECT id FROM user WHERE id = ?').bind(id).first()
  const ask = (visitor: Visitor, who: Credentials) =>
    visitor.post<{ deleteAt: string }>('me/delete', { password: who.password })

  test('stays while others would be left without an owner, until it hands the workspace over', async () => {
    const [owner, other] = [await member('owns'), await member('joins')]
    const { link } = await owner.visitor.post<{ link: string }>('invitations', { role: 'viewer' })
    await other.visitor.post('invitations/accept', { token: link.split('#')[1] })
    const asked = { body: { password: owner.who.password } }
    expect((await owner.visitor.send('POST', '/api/v1/me/delete', asked)).status).toBe(409)
    await owner.visitor.post(`members/${other.account.id}/ownership`, {})
    expect((await owner.visitor.send('POST', '/api/v1/me/delete', asked)).status).toBe(200)
  })

  test('goes after 14 days, with its workspace and files', async () => {
    const { visitor, who, account } = await member()
    await ready(visitor)
    const row = await env.DB.prepare('SELECT workspace_id AS id FROM membership WHERE user_id = ?')
      .bind(account.id)
      .first<{ id: string }>()
    const { deleteAt } = await ask(visitor, who)
    expect(Math.round((Date.parse(deleteAt) - Date.now()) / 86_400_000)).toBe(14)
    expect((await visitor.refused('GET', 'me')).status).toBe(401)
    await swept()
    expect(await known(account.id)).not.toBeNull()
    await env.DB.prepare('UPDATE user SET delete_at = 1 WHERE id = ?').bind(account.id).run()
    await swept()
    expect(await known(account.id)).toBeNull()
    expect((await env.FILES.list({ prefix: `${row?.id}/` })).objects).toEqual([])
    expect(await env.DB.prepare('SELECT id FROM workspace WHERE id = ?').bind(row?.id).first()).toBeNull()
  })

  test('stays when its owner signs in again', async () => {
    const { visitor, who, account } = await member()
    await ask(visitor, who)
    await new Visitor().post('auth/sign-in', who)
    await swept()
    const kept = await env.DB.prepare('SELECT delete_at AS at FROM user WHERE id = ?')
      .bind(account.id)
      .first<{ at: number | null }>()
    expect(kept).toEqual({ at: null })
  })
})

test('the export of oneself has profile, sessions, data and dashboards, and no secret', async () => {
  const { visitor, who } = await member()
  const { name } = await ready(visitor)
  const response = await visitor.send('GET', '/api/v1/me/export')
  expect(response.headers.get('content-disposition')).toContain('attachment')
  const text = await response.text()
  const all = JSON.parse(text) as { profile: object; datasets: { name: string }[]; sessions: unknown[] }
  expect(all.profile).toMatchObject({ email: who.email, privacyVersion: '2026-12-01' })
  expect(all.datasets.map((each) => each.name)).toContain(name)
  expect(all.sessions).toHaveLength(1)
  expect(text).not.toMatch(/scrypt|hash/i)
})

describe('a password', () => {
  test.each([
    ['common', 'Qwertyuiop', 'account/common-password'],
    ['one sign over and over', 'aaaaaaaaaaaa', 'account/common-password'],
    ['little more than the name', 'Lovelace1815', 'account/personal-password'],
  ])('that is %s is refused in words, at sign-up and at change', async (_, password, code) => {
    const visitor = await guest()
    const who = { email: `${crypto.randomUUID()}@example.com`, name: 'Ada Lovelace' }
    expect((await visitor.refused('POST', 'auth/sign-up', { body: { ...who, password } })).code).toBe(code)
    const good = 'correct horse battery'
    await visitor.post('auth/sign-up', { ...who, password: good })
    const body = { current: good, next: password }
    expect((await visitor.refused('POST', 'me/password', { body })).code).toBe(code)
  })
})
