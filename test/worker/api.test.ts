import { createExecutionContext } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { describe, expect, test, vi } from 'vitest'
import { type MemberRole, memberRoles } from '#core/access/member-role.ts'
import { hasRight } from '#core/access/rights.ts'
import { app } from '#worker/app.ts'
import { createMemoryLimiter } from '#worker/adapters/memory-limiter.ts'
import { commands } from '#worker/commands/registry.ts'
import { log } from '#worker/log.ts'
import { refusalOf } from '#worker/http/refusal.ts'
import { describedRoutes } from './support/openapi.ts'
import { guest, origin, Visitor } from './support/visitor.ts'

const fetchRaw = (path: string, init?: RequestInit): Promise<Response> =>
  exports.default.fetch(`${origin}${path}`, init)

describe('every response', () => {
  test.each(['/', '/api/v1/me', '/health', '/openapi.json', '/nowhere.js'])(
    '%s is guarded by headers',
    async (path) => {
      const { headers } = await fetchRaw(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval';/)
      expect(policy).not.toContain('unsafe-inline')
      expect(policy).toContain("worker-src 'self' blob:")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('strict-transport-security')).toContain('max-age=')
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    },
  )

  test('of the first page holds the sample’s first chart, and no other does', async () => {
    const [first, other] = await Promise.all(['/', '/data'].map(async (path) => (await fetchRaw(path)).text()))
    expect(first).toContain('<script type="application/json" id="first-look">')
    expect(first?.split('id="first-look">')[1]).toMatch(/^\{[^<]*"drawings":[^<]*<\/script><\/body>/)
    expect(other).not.toContain('first-look')
  })

  test('has an id that no client chooses', async () => {
    const { headers } = await fetchRaw('/health', { headers: { 'x-request-id': 'chosen-by-a-client' } })
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('of the API is not kept by anybody', async () => {
    const visitor = await guest()
    expect((await visitor.send('GET', '/api/v1/me')).headers.get('cache-control')).toBe('no-store')
  })
})

describe('a failure', () => {
  test('has one form, and its request id is the header’s', async () => {
    const response = await fetchRaw('/api/v1/datasets')
    const body = (await response.json()) as { error: Record<string, string> }
    expect(Object.keys(body)).toEqual(['error'])
    expect(Object.keys(body.error).sort()).toEqual(['code', 'hint', 'message', 'requestId'])
    expect(body.error['requestId']).toBe(response.headers.get('x-request-id'))
  })

  test.each([
    { name: 'an unknown address', method: 'GET', path: 'nothing/here', body: undefined, status: 404 },
    { name: 'a body that is not JSON', method: 'POST', path: 'ask', body: '{', status: 400 },
    { name: 'a body of the wrong shape', method: 'POST', path: 'ask', body: '{"dataset":1}', status: 400 },
    { name: 'a body that is missing', method: 'POST', path: 'ask', body: undefined, status: 400 },
  ])('$name is answered in that form', async ({ method, path, body, status }) => {
    const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
    const refusal = await (await guest()).refused(method, path, { body, headers })
    expect(refusal.status).toBe(status)
    expect(refusal.message.length).toBeGreaterThan(10)
    expect(refusal.hint.length).toBeGreaterThan(10)
  })

  test('that nobody expected tells its id, and nothing else', async () => {
    const visitor = await guest()
    const broken = vi.spyOn(env.DB, 'prepare').mockImplementation(() => {
      throw new Error('the secret details of a broken disk')
    })
    const shown = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const refusal = await visitor.refused('GET', 'datasets')
    broken.mockRestore()
    expect(refusal).toMatchObject({ status: 500, code: 'service/broken' })
    expect(JSON.stringify(refusal)).not.toContain('secret details')
    expect(shown.mock.calls.flat().join()).toContain(refusal.requestId)
    shown.mockRestore()
  })
})

describe('a request that would take too much', () => {
  test('to read is refused by its size', async () => {
    const body = { dataset: 'd', question: 'x'.repeat(1_100_000) }
    const refusal = await (await guest()).refused('POST', 'ask', { body })
    expect(refusal).toMatchObject({ status: 413, code: 'request/too-large' })
  })

  test('to understand is refused by its depth', async () => {
    const visitor = await guest()
    const [dashboard] = await visitor.get<{ id: string }[]>('dashboards')
    const filter = `${'{"op":"not","filter":'.repeat(9000)}{"op":"isNull","column":"a"}${'}'.repeat(9000)}`
    const body = `{"version":0,"edits":[{"type":"set-filters","payload":{"filters":[${filter}]}}]}`
    const headers = { 'content-type': 'application/json' }
    const id = dashboard?.id ?? 'none'
    const refusal = await visitor.refused('POST', `dashboards/${id}/edits`, { body, headers })
    if (dashboard) expect(refusal).toMatchObject({ status: 400, code: 'dashboard/edit-invalid' })
    expect(refusal.status).toBeLessThan(500)
  })
})

describe('another site', () => {
  const writes = (headers: Record<string, string>) => new Visitor().send('POST', '/api/v1/auth/guest', { headers })

  test.each(['https://evil.example', 'null', 'https://edgewise.example.evil.example', 'http://localhost:1'])(
    'may not write: %s',
    async (foreign) => {
      const response = await writes({ origin: foreign })
      expect(response.status).toBe(403)
      expect(response.headers.getSetCookie()).toEqual([])
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    },
  )

  test('that is allowed may write, and read the answer', async () => {
    const response = await writes({ origin: 'https://friend.example' })
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBe('https://friend.example')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  })

  test('asks before, and is told', async () => {
    const ask = (from: string) =>
      fetchRaw('/api/v1/query', {
        method: 'OPTIONS',
        headers: { origin: from, 'access-control-request-method': 'POST' },
      })
    expect((await ask('https://friend.example')).headers.get('access-control-allow-methods')).toContain('POST')
    expect((await ask('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull()
  })

  test.each(['cross-site', 'same-site'])('is found out even where a browser sends no origin: %s', async (site) => {
    const response = await fetchRaw('/api/v1/auth/guest', { method: 'POST', headers: { 'sec-fetch-site': site } })
    expect(response.status).toBe(403)
  })

  const schemes = ['http', 'https'] as const
  const hosts = ['edgewise.example', 'edgewise.example:8443', 'localhost:8787', 'other.example']
  const origins = schemes.flatMap((scheme) => hosts.map((host) => `${scheme}://${host}`))

  test.each(origins)('is every origin but the one of the page, its scheme included: %s', async (own) => {
    for (const other of origins) {
      const headers = { origin: other, 'cf-connecting-ip': new Visitor().address }
      const { status } = await exports.default.fetch(`${own}/api/v1/auth/sign-out`, { method: 'POST', headers })
      expect(status, `${other} → ${own}`).toBe(own === other ? 200 : 403)
    }
  })

  test('is the same page by the scheme of the proxy, where the public origin has another', async () => {
    const behindProxy = { ...env, PUBLIC_ORIGIN: 'https://edgewise.example' }
    const write = async (from: string) => {
      const headers = { origin: from, 'cf-connecting-ip': new Visitor().address }
      const request = new Request('http://edgewise.example/api/v1/auth/sign-out', { method: 'POST', headers })
      return (await app.fetch(request, behindProxy, createExecutionContext())).status
    }
    expect(await write('https://edgewise.example')).toBe(200)
    for (const foreign of ['http://edgewise.example', 'https://edgewise.example:8443', 'https://other.example'])
      expect(await write(foreign), foreign).toBe(403)
  })
})

describe('who asks too much', () => {
  test('is slowed down: guesses of passwords by address', async () => {
    const visitor = new Visitor()
    const statuses: number[] = []
    const body = { email: 'not an address', password: 'x' }
    for (let attempt = 0; attempt < 62; attempt++)
      statuses.push((await visitor.refused('POST', 'auth/sign-in', { body })).status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(2)
    expect((await new Visitor().refused('POST', 'auth/sign-in', { body })).status).toBe(400)
  })

  test('is slowed down: writes by person, wherever they write from', async () => {
    const visitor = await guest()
    const statuses = await Promise.all(
      Array.from({ length: 125 }, async () => (await visitor.send('DELETE', '/api/v1/shares/none')).status),
    )
    expect(statuses.filter((status) => status === 429)).toHaveLength(5)
    expect((await visitor.send('GET', '/api/v1/me')).status).toBe(200)
  })

  /** What a person is answered where a limit has so much left. */
  function withLeft(visitor: Visitor, limit: string, most: number) {
    let left = most
    const limiter = { limit: async () => ({ success: (left -= 1) >= 0 }) }
    return async (method: string, path: string): Promise<number> => {
      const headers = { origin, cookie: `edgewise_access=${visitor.cookies.get('edgewise_access')}` }
      const request = new Request(`${origin}/api/v1/${path}`, { method, headers })
      return (await app.fetch(request, { ...env, [limit]: limiter }, createExecutionContext())).status
    }
  }

  test.each([
    ['search?q=orders', 5],
    ['datasets/none/similar', 5],
    ['datasets/none/download/csv', 10],
    ['datasets/none/preview', 1],
  ])('is slowed down by what it costs, though it only reads: %s', async (path, weight) => {
    const visitor = await guest()
    for (const limit of ['RATE_QUERY_PERSON', 'RATE_QUERY_ADDRESS']) {
      const ask = withLeft(visitor, limit, 3 * weight - 1)
      expect(await ask('GET', path), limit).not.toBe(429)
      expect(await ask('GET', path), limit).not.toBe(429)
      expect(await ask('GET', path), limit).toBe(429)
    }
  })

  test('is slowed down where only what is known is read', async () => {
    const limiter = createMemoryLimiter(3)
    const asked = async (key: string) => (await limiter.limit({ key })).success
    expect([await asked('a'), await asked('a'), await asked('a'), await asked('a')]).toEqual([true, true, true, false])
    expect(await asked('b')).toBe(true)
  })
})

describe('the description of the API', () => {
  test('names the access of every route', async () => {
    const routes = await describedRoutes()
    expect(routes.length).toBeGreaterThan(30)
    for (const { method, path, access } of routes)
      expect(['anyone', 'guest', 'member'], `${method} ${path}`).toContain(access)
  })

  test('is true: without a session, only what is for anyone answers', async () => {
    for (const { method, path, access } of await describedRoutes()) {
      const response = await new Visitor().send(method, path.replaceAll(/\{\w+\}/g, 'x1'))
      if (access === 'anyone') expect(response.status, `${method} ${path}`).not.toBe(403)
      else expect(response.status, `${method} ${path}`).toBe(401)
    }
  })

  test('refers to nothing that it does not contain', async () => {
    const text = await (await fetchRaw('/openapi.json')).text()
    const { components } = JSON.parse(text) as { components: { schemas: Record<string, unknown> } }
    const named = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '')
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((name) => !(name in components.schemas))).toEqual([])
    expect(text).not.toContain('$defs')
  })

  test('is shown at /docs by a script of our own, under a policy that lets nothing else in', async () => {
    const response = await fetchRaw('/docs')
    const [page, policy] = [await response.text(), response.headers.get('content-security-policy') ?? '']
    expect(page).toContain('/vendor/scalar.js')
    expect([...page.matchAll(/(?:src|href)="(https?:[^"]+)"/g)].map(([, url]) => url)).toEqual([])
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w-]+';/)
    const nonce = /'nonce-([\w-]+)'/.exec(policy)?.[1] ?? ''
    for (const [tag] of page.matchAll(/<script[^>]*>/g)) expect(tag).toContain(nonce)
  })
})

describe('the service', () => {
  test('says how it is, binding by binding', async () => {
    const response = await fetchRaw('/health')
    const health = (await response.json()) as {
      status: string
      version: string
      checks: Record<string, { ok: boolean }>
    }
    expect(response.status).toBe(200)
    expect(health).toMatchObject({ status: 'ok', version: env.VERSION })
    expect(Object.keys(health.checks).sort()).toEqual([
      'assets',
      'database',
      'files',
      'limits',
      'queue',
      'rooms',
      'sql',
      'vectors',
    ])
  })

  test('says so when a binding cannot be reached', async () => {
    const broken = vi.spyOn(env.FILES, 'list').mockRejectedValue(new Error('gone'))
    const shown = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const response = await fetchRaw('/health')
    broken.mockRestore()
    shown.mockRestore()
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({
      status: 'failing',
      checks: { files: { ok: false }, database: { ok: true } },
    })
  })

  test('says what it is', async () => {
    expect(await (await fetchRaw('/info')).json()).toMatchObject({
      name: 'Edgewise',
      limits: { uploadBytes: 100_000_000 },
    })
  })
})

describe('the application', () => {
  test('is served for the address of any screen', async () => {
    const response = await fetchRaw('/dashboards/x1')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(response.headers.get('cache-control')).toBe('no-cache')
  })

  test.each(['/assets/gone-abc123.js', '/assets/gone', '/duckdb.wasm', '/old.css'])(
    'never stands in for a missing file: %s',
    async (path) => {
      const response = await fetchRaw(path)
      expect(response.status).toBe(404)
      expect(response.headers.get('content-type')).not.toContain('html')
    },
  )
})

describe('the log', () => {
  test('writes one line of JSON, and no secret', () => {
    const line = vi.spyOn(console, 'log')
    line.mockClear()
    log('info', 'something', {
      userId: 'u1',
      password: 'hunter2',
      nested: { refreshToken: 'abc', cookie: 'd', email: 'a@b.c' },
    })
    const [[text = ''] = []] = line.mock.calls as string[][]
    expect(JSON.parse(text)).toMatchObject({ level: 'info', event: 'something', userId: 'u1' })
    for (const secret of ['hunter2', 'abc', 'a@b.c']) expect(text).not.toContain(secret)
  })

  test('shows of a failed statement what it says, not what it was given', () => {
    const written = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const error = new Error('Failed query: select * from user where email = ?\nparams: a@b.c,hunter2\nand a line', {
      cause: new Error('D1 is away'),
    })
    log('error', 'unexpected', { error })
    const text = written.mock.calls.flat().join('\n')
    written.mockRestore()
    for (const secret of ['a@b.c', 'hunter2', 'and a line']) expect(text).not.toContain(secret)
    for (const told of ['select * from user', 'D1 is away', 'api.test.ts']) expect(text).toContain(told)
  })

  test('names the route of a public link, never its token', async () => {
    const line = vi.spyOn(console, 'log')
    line.mockClear()
    await fetchRaw('/api/v1/public/a-very-secret-thing')
    const written = line.mock.calls.flat().join('\n')
    expect(written).toContain('/api/v1/public/:token')
    expect(written).not.toContain('a-very-secret-thing')
  })
})

/** Commands of the account itself, which concern no workspace. */
const ofAccount = new Set(
  `start-guest sign-up sign-in confirm-sign-in send-code-again forget-password reset-password refresh-session sign-out
  read-me change-profile change-password send-email-code change-email confirm-email read-security change-security
  list-sessions end-session end-other-sessions list-devices forget-device list-tokens create-token revoke-token
  start-app confirm-app remove-app delete-account export-account list-workspaces switch-workspace leave-workspace`.split(
    /\s+/,
  ),
)

describe.each(Object.entries(commands))('the command %s', (name, { summary, access, needs, effect, limit, input }) => {
  test('says what it does, who may, and what it takes', () => {
    expect(summary).toMatch(/^[A-Z].{10,}\.$/)
    expect(['anyone', 'guest', 'member']).toContain(access)
    expect(input.safeParse(null).success).toBe(false)
  })

  test('says whether it changes anything, and how often it may be asked', () => {
    expect(['read', 'write']).toContain(effect)
    expect([1, 2, 3, 5, 10]).toContain(limit.weight)
  })

  test('says what its caller must be to the workspace, unless it concerns the caller alone or a link', () => {
    const ofLinks = /^(read-public-|read-receipt-key$|(read|accept)-invitation$)/
    const concernsNone = ofLinks.test(name) || ofAccount.has(name)
    expect(needs === null).toBe(concernsNone)
    const policy = { access, needs, effect, limit }
    const refusedTo = (role: MemberRole) => refusalOf(policy, { kind: 'member' }, { role, grants: [] })?.code ?? null
    for (const role of memberRoles) {
      const isAllowed = access === 'anyone' || needs === null || hasRight(role, needs)
      expect(refusedTo(role), role).toBe(isAllowed ? null : 'access/role-needed')
    }
    if (!concernsNone && effect === 'write') expect(refusedTo('viewer')).toBe('access/role-needed')
    expect(refusedTo('owner')).toBeNull()
  })
})
