import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { passwordMatches } from '#worker/security/password.ts'
import { signAccessToken } from '#worker/security/access-token.ts'
import { asId } from '#core/ids.ts'
import { digest } from '#worker/security/digest.ts'
import type { WireAccount } from '#worker/wire/account.ts'
import type { WireDataset } from '#worker/wire/dataset.ts'
import { credentials, guest, member, Visitor } from './support/visitor.ts'

const one = <Row>(sql: string, ...values: unknown[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .first<Row>()

describe('a guest', () => {
  test('has a session and a workspace of their own without an account', async () => {
    const [ada, bob] = await Promise.all([guest(), guest()])
    const [one, other] = await Promise.all([ada.get<WireAccount>('me'), bob.get<WireAccount>('me')])
    expect(one.kind).toBe('guest')
    expect(one.email).toBeNull()
    expect(one.id).not.toBe(other.id)
  })

  test('keeps the session in cookies that no script can read', async () => {
    const visitor = new Visitor()
    const response = await visitor.send('POST', '/api/v1/auth/guest')
    const cookies = response.headers.getSetCookie()
    expect(cookies).toHaveLength(2)
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly.*Secure|Secure.*HttpOnly/)
    expect(await response.text()).not.toContain('oken')
  })

  test('is one in each browser: whoever asks again, as a second tab may, stays who they are', async () => {
    const visitor = await guest()
    const before = await visitor.get<WireAccount>('me')
    expect(await visitor.post('auth/guest')).toEqual(before)
    visitor.cookies.delete('edgewise_access')
    expect(await visitor.post('auth/guest')).toMatchObject({ id: before.id })
    expect(await visitor.get('me')).toMatchObject({ id: before.id })
    await visitor.post('auth/sign-out')
    expect((await visitor.post<WireAccount>('auth/guest')).id).not.toBe(before.id)
  })

  test('keeps their work when signing up, and finds it again when signing in elsewhere', async () => {
    const visitor = await guest()
    const before = await visitor.get<WireDataset[]>('datasets')
    const dashboards = await visitor.get<unknown[]>('dashboards')
    const who = credentials('keeper')
    const account = await visitor.post<WireAccount>('auth/sign-up', { ...who, name: 'Keeper' })
    expect(account).toMatchObject({ kind: 'member', email: who.email, name: 'Keeper' })
    const elsewhere = new Visitor()
    await elsewhere.post('auth/sign-in', who)
    expect(await elsewhere.get('datasets')).toEqual(before)
    expect(await elsewhere.get('dashboards')).toEqual(dashboards)
    expect((await elsewhere.get<WireAccount>('me')).id).toBe(account.id)
  })

  test('who signs up leaves the guest session behind: a copy of its cookie is worth nothing', async () => {
    const visitor = await guest()
    const copy = new Visitor()
    for (const [name, value] of visitor.cookies) copy.cookies.set(name, value)
    await visitor.post('auth/sign-up', { ...credentials('fresh'), name: 'Fresh' })
    expect((await copy.refused('GET', 'me')).code).toBe('access/session-needed')
  })

  test('may not change a password they do not have', async () => {
    const visitor = await guest()
    const refusal = await visitor.refused('POST', 'me/password', { body: { current: 'x', next: 'long enough 1' } })
    expect(refusal).toMatchObject({ status: 403, code: 'access/members-only' })
  })
})

describe('signing up', () => {
  test('an e-mail is taken once, whatever its case', async () => {
    const { who } = await member()
    const visitor = await guest()
    const refusal = await visitor.refused('POST', 'auth/sign-up', {
      body: { email: who.email.toUpperCase(), password: 'another password', name: 'Other' },
    })
    expect(refusal).toMatchObject({ status: 409, code: 'account/email-taken' })
    expect((await visitor.get<WireAccount>('me')).kind).toBe('guest')
  })

  test.each([
    ['no address', { email: 'nobody', password: 'long enough', name: 'A' }],
    ['a short password', { email: 'a@example.com', password: 'short', name: 'A' }],
    ['no name', { email: 'a@example.com', password: 'long enough', name: ' ' }],
  ])('%s is refused in words', async (_, body) => {
    const refusal = await (await guest()).refused('POST', 'auth/sign-up', { body })
    expect(refusal).toMatchObject({ status: 400, code: 'request/invalid' })
    expect(refusal.message).toMatch(/[a-z]{3,}/)
  })

  test('the password is stored by scrypt with its parameters, salted', async () => {
    const { who, account } = await member()
    const stored = await one<{ password_hash: string }>('SELECT password_hash FROM user WHERE id = ?', account.id)
    const hash = stored?.password_hash ?? ''
    expect(hash).toMatch(/^scrypt\$16384\$8\$5\$[\w+/=]{24}\$[\w+/=]{44}$/)
    expect(await passwordMatches(who.password, hash)).toBe(true)
    expect(await passwordMatches(`${who.password} `, hash)).toBe(false)
    const { account: twin } = await member()
    const other = await one<{ password_hash: string }>('SELECT password_hash FROM user WHERE id = ?', twin.id)
    expect(other?.password_hash).not.toBe(hash)
  })
})

describe('signing in', () => {
  test('a wrong password and an unknown e-mail get the same answer', async () => {
    const { who } = await member()
    const wrong = await new Visitor().refused('POST', 'auth/sign-in', { body: { ...who, password: 'not this one' } })
    const unknown = await new Visitor().refused('POST', 'auth/sign-in', { body: credentials('nobody') })
    expect({ ...wrong, requestId: '' }).toEqual({ ...unknown, requestId: '' })
    expect(wrong.status).toBe(401)
  })

  test('an unknown e-mail costs the work of a known one', async () => {
    const time = async (body: unknown): Promise<number> => {
      const started = performance.now()
      await new Visitor().refused('POST', 'auth/sign-in', { body })
      return performance.now() - started
    }
    const { who } = await member()
    const known: number[] = []
    const unknown: number[] = []
    for (let round = 0; round < 3; round++) {
      known.push(await time({ ...who, password: 'not this one' }))
      unknown.push(await time(credentials('nobody')))
    }
    const ratio = Math.min(...unknown) / Math.min(...known)
    expect(ratio).toBeGreaterThan(0.5)
    expect(ratio).toBeLessThan(2)
  })

  const guess = (body: unknown, address: string) => new Visitor(address).refused('POST', 'auth/sign-in', { body })
  const wrong = (who: object) => ({ ...who, password: 'wrong one' })

  test.each(['known', 'unknown'])(
    'five failures lock a %s e-mail for the address they came from, even for the right password',
    async (kind) => {
      const who = kind === 'known' ? (await member()).who : credentials('nobody')
      const { address } = new Visitor()
      for (let attempt = 0; attempt < 5; attempt++)
        expect((await guess(wrong(who), address)).code).toBe('account/refused')
      expect(await guess(who, address)).toMatchObject({ status: 423, code: 'account/locked' })
    },
  )

  test('the owner signs in from elsewhere while somebody guesses, and changes the password where signed in', async () => {
    const { visitor, who } = await member()
    const { address } = new Visitor()
    for (let attempt = 0; attempt < 6; attempt++) await guess(wrong(who), address)
    expect(await new Visitor().post('auth/sign-in', who)).toMatchObject({ email: who.email })
    for (let attempt = 0; attempt < 6; attempt++) await guess(wrong(who), visitor.address)
    await visitor.post('me/password', { current: who.password, next: 'a new long password' })
  })

  test('guesses from many addresses are slowed down for all of them, and never where the owner is signed in', async () => {
    const { visitor, who } = await member()
    await guess(wrong(who), new Visitor().address)
    const all = digest(`sign-in ${who.email}`)
    await env.DB.prepare('UPDATE attempt SET count = 99 WHERE key = ?').bind(all).run()
    expect((await guess(wrong(who), new Visitor().address)).code).toBe('account/refused')
    expect((await guess(who, new Visitor().address)).code).toBe('account/locked')
    await visitor.post('me/password', { current: who.password, next: 'a new long password' })
  })

  test('one address alone does not use up what all of them have', async () => {
    const { who } = await member()
    const { address } = new Visitor()
    for (let attempt = 0; attempt < 12; attempt++) await guess(wrong(who), address)
    const counted = await one<{ count: number }>(
      'SELECT count FROM attempt WHERE key = ?',
      digest(`sign-in ${who.email}`),
    )
    expect(counted?.count).toBe(5)
  })

  test('the lock opens after its time', async () => {
    const { who } = await member()
    const { address } = new Visitor()
    for (let attempt = 0; attempt < 6; attempt++) await guess(wrong(who), address)
    await env.DB.prepare('UPDATE attempt SET window_ends_at = ?')
      .bind(Date.now() - 1)
      .run()
    expect(await new Visitor(address).post<WireAccount>('auth/sign-in', who)).toMatchObject({ email: who.email })
  })

  test('guesses sent at once do not outrun the lock', async () => {
    const { who } = await member()
    const { address } = new Visitor()
    const codes = await Promise.all(Array.from({ length: 12 }, async () => (await guess(wrong(who), address)).code))
    expect(codes.filter((code) => code === 'account/refused')).toHaveLength(5)
  })

  test('a success forgets the failures before it, and is remembered', async () => {
    const { who } = await member()
    const { address } = new Visitor()
    for (let round = 0; round < 2; round++) {
      for (let attempt = 0; attempt < 4; attempt++) await guess(wrong(who), address)
      const account = await new Visitor(address).post<WireAccount>('auth/sign-in', who)
      expect(Date.now() - Date.parse(account.lastSignInAt ?? '')).toBeLessThan(60_000)
    }
  })

  test('a deactivated person is refused, in a session or not', async () => {
    const { visitor, who, account } = await member()
    await env.DB.prepare('UPDATE user SET is_active = 0 WHERE id = ?').bind(account.id).run()
    expect((await visitor.refused('GET', 'me')).status).toBe(401)
    expect((await visitor.refused('POST', 'auth/refresh')).status).toBe(401)
    expect((await new Visitor().refused('POST', 'auth/sign-in', { body: who })).code).toBe('account/refused')
  })
})

describe('a session', () => {
  const access = (visitor: Visitor): string => visitor.cookies.get('edgewise_access') ?? ''

  test('speaks by a bearer token as well as by a cookie', async () => {
    const visitor = await guest()
    const program = new Visitor()
    const response = await program.send('GET', '/api/v1/me', {
      headers: { authorization: `Bearer ${access(visitor)}` },
    })
    expect(response.status).toBe(200)
  })

  test('programs get their tokens in the answer and no cookies', async () => {
    const { who } = await member()
    const program = new Visitor()
    const account = await program.post<WireAccount>('auth/sign-in', { ...who, keep: 'bearer' })
    expect(program.cookies.size).toBe(0)
    expect(account.tokens?.expiresIn).toBe(50 * 60)
    const refreshed = await program.post<WireAccount>('auth/refresh', { refreshToken: account.tokens?.refreshToken })
    const headers = { authorization: `Bearer ${refreshed.tokens?.accessToken}` }
    expect((await program.send('GET', '/api/v1/me', { headers })).status).toBe(200)
  })

  test('its access token lives 50 minutes', async () => {
    const [, payload = ''] = access(await guest()).split('.')
    const { iat, exp } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as {
      iat: number
      exp: number
    }
    expect(exp - iat).toBe(50 * 60)
  })

  test.each([
    ['forged', (token: string) => `${token.slice(0, -4)}AAAA`],
    ['unsigned', (token: string) => `${btoa('{"alg":"none"}')}.${token.split('.')[1]}.`],
    ['unreadable', () => 'nonsense'],
  ])('a token that is %s is nobody’s', async (_, change) => {
    const visitor = await guest()
    visitor.cookies.set('edgewise_access', change(access(visitor)))
    expect((await visitor.refused('GET', 'me')).code).toBe('access/session-needed')
  })

  test('an expired access token is refused, a refresh brings the next', async () => {
    const visitor = await guest()
    const row = await one<{ id: string; user_id: string; workspace_id: string }>(
      'SELECT * FROM session ORDER BY created_at DESC',
    )
    const old = await signAccessToken(
      new TextEncoder().encode(env.SESSION_SECRET),
      { user: asId(row?.user_id ?? ''), session: asId(row?.id ?? ''), workspace: asId(row?.workspace_id ?? '') },
      { now: new Date(Date.now() - 51 * 60_000), seconds: 50 * 60 },
    )
    visitor.cookies.set('edgewise_access', old)
    expect((await visitor.refused('GET', 'me')).status).toBe(401)
    await visitor.post('auth/refresh')
    expect((await visitor.get<WireAccount>('me')).kind).toBe('guest')
  })

  test('refresh tokens rotate, are stored hashed, and one used again ends the whole family', async () => {
    const visitor = await guest()
    const first = visitor.cookies.get('edgewise_refresh') ?? ''
    await visitor.post('auth/refresh')
    const second = visitor.cookies.get('edgewise_refresh') ?? ''
    expect(second).not.toBe(first)
    const stored = await env.DB.prepare('SELECT hash FROM refresh_token').all<{ hash: string }>()
    for (const { hash } of stored.results) expect([first, second]).not.toContain(hash)

    const thief = new Visitor()
    thief.cookies.set('edgewise_refresh', first)
    await env.DB.prepare('UPDATE refresh_token SET used_at = used_at - 31000 WHERE used_at IS NOT NULL').run()
    expect((await thief.refused('POST', 'auth/refresh')).status).toBe(401)
    expect((await visitor.refused('GET', 'me')).status).toBe(401)
    expect((await visitor.refused('POST', 'auth/refresh')).status).toBe(401)
  })

  test('a refresh token answers the tab that raced, once: the third use of it ends the family', async () => {
    const visitor = await guest()
    const token = visitor.cookies.get('edgewise_refresh') ?? ''
    const use = async () => {
      const other = new Visitor()
      other.cookies.set('edgewise_refresh', token)
      return (await other.send('POST', '/api/v1/auth/refresh')).status
    }
    const statuses = await Promise.all(Array.from({ length: 20 }, use))
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(2)
    expect(statuses.filter((status) => status === 401).length).toBeGreaterThanOrEqual(18)
    expect((await visitor.refused('GET', 'me')).status).toBe(401)
  })

  test('two uses of a refresh token at once are two tabs, and both go on', async () => {
    const visitor = await guest()
    const [one, other] = [new Visitor(), new Visitor()]
    for (const tab of [one, other]) tab.cookies.set('edgewise_refresh', visitor.cookies.get('edgewise_refresh') ?? '')
    await Promise.all([one, other].map((tab) => tab.post('auth/refresh')))
    for (const tab of [one, other]) {
      await tab.post('auth/refresh')
      expect((await tab.get<WireAccount>('me')).kind).toBe('guest')
    }
  })

  test('outlives a page that is left before its new tokens arrive: the next page asks again with the old one', async () => {
    const visitor = await guest()
    const before = await visitor.get<WireAccount>('me')
    const unanswered = visitor.cookies.get('edgewise_refresh') ?? ''
    await visitor.post('auth/refresh')
    visitor.cookies.set('edgewise_refresh', unanswered)
    await visitor.post('auth/refresh')
    expect(await visitor.get('me')).toEqual(before)
    await visitor.post('auth/refresh')
    expect(await visitor.get('me')).toEqual(before)
  })

  test('lives on as long as it is used, and not beyond', async () => {
    const visitor = await guest()
    const soon = Date.now() + 60_000
    await env.DB.prepare('UPDATE session SET expires_at = ?').bind(soon).run()
    await visitor.post('auth/refresh')
    const expiry = await env.DB.prepare('SELECT max(expires_at) AS at FROM session').first<number>('at')
    expect(expiry).toBeGreaterThan(soon + 29 * 86_400_000)
    await env.DB.prepare('UPDATE session SET expires_at = ?')
      .bind(Date.now() - 1)
      .run()
    expect((await visitor.refused('GET', 'me')).status).toBe(401)
    expect((await visitor.refused('POST', 'auth/refresh')).status).toBe(401)
  })

  test('signing out ends it for good', async () => {
    const { visitor } = await member()
    const copy = new Visitor()
    for (const [name, value] of visitor.cookies) copy.cookies.set(name, value)
    await visitor.post('auth/sign-out')
    expect(visitor.cookies.size).toBe(0)
    expect((await copy.refused('GET', 'me')).status).toBe(401)
    expect((await copy.refused('POST', 'auth/refresh')).status).toBe(401)
  })

  test('signing out works for an expired session too', async () => {
    expect((await new Visitor().send('POST', '/api/v1/auth/sign-out')).status).toBe(200)
  })
})

describe('one’s own account', () => {
  test('name and preferences change; what is left out stays', async () => {
    const { visitor } = await member()
    const headers = { 'content-type': 'application/json' }
    await visitor.send('PATCH', '/api/v1/me', { body: JSON.stringify({ preferences: { theme: 'dark' } }), headers })
    await visitor.send('PATCH', '/api/v1/me', { body: JSON.stringify({ name: 'Ada L.' }), headers })
    expect(await visitor.get('me')).toMatchObject({
      name: 'Ada L.',
      preferences: { theme: 'dark', notifications: true },
    })
  })

  test('a changed password ends the other sessions, and only the new one signs in', async () => {
    const { visitor, who } = await member()
    const elsewhere = new Visitor()
    await elsewhere.post('auth/sign-in', who)
    await visitor.post('me/password', { current: who.password, next: 'a new long password' })
    expect((await elsewhere.refused('GET', 'me')).status).toBe(401)
    expect((await elsewhere.refused('POST', 'auth/refresh')).status).toBe(401)
    expect((await visitor.get<WireAccount>('me')).email).toBe(who.email)
    expect((await new Visitor().refused('POST', 'auth/sign-in', { body: who })).status).toBe(401)
    await new Visitor().post('auth/sign-in', { ...who, password: 'a new long password' })
  })

  test('a wrong current password changes nothing, and guesses of it lock as well', async () => {
    const { visitor, who } = await member()
    const guess = { current: 'wrong one', next: 'a new long password' }
    for (let attempt = 0; attempt < 5; attempt++) {
      expect((await visitor.refused('POST', 'me/password', { body: guess })).code).toBe('account/wrong-password')
    }
    const refusal = await visitor.refused('POST', 'me/password', { body: { ...guess, current: who.password } })
    expect(refusal.code).toBe('account/locked')
  })
})
