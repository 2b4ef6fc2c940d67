import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { admitAfter, fetchInSession, readAs, whenSignedOut } from '#web/transport.ts'

const reply = (status: number, body: unknown = { data: status }): Response => Response.json(body, { status })

/** What the server answers next, by address; the last answer stands. */
function answering(answers: Record<string, Response[]>) {
  const calls: string[] = []
  vi.stubGlobal('fetch', async (input: string) => {
    calls.push(input)
    const left = answers[input] ?? []
    return (left.length > 1 ? left.shift() : left[0]) ?? reply(404)
  })
  return calls
}

beforeEach(() => {
  admitAfter(Promise.resolve())
  whenSignedOut(async () => false)
})
afterEach(() => vi.unstubAllGlobals())

const me = '/api/v1/me'
const refresh = '/api/v1/auth/refresh'

describe('a call in a session', () => {
  test('renews a session that has run out, once for all calls that noticed, and asks again', async () => {
    const calls = answering({ [me]: [reply(401), reply(401), reply(401), reply(200)], [refresh]: [reply(200)] })
    const [first, second] = await Promise.all([fetchInSession(me), fetchInSession(me)])
    expect([first.status, second.status]).toEqual([200, 200])
    expect(calls.filter((call) => call === refresh)).toHaveLength(1)
  })

  test('does not renew what another tab has renewed meanwhile', async () => {
    const calls = answering({ [me]: [reply(401), reply(200)], [refresh]: [reply(401)] })
    expect((await fetchInSession(me)).status).toBe(200)
    expect(calls).toEqual([me, me])
  })

  test('gives the refusal back where nothing can be renewed', async () => {
    const calls = answering({ [me]: [reply(401)], [refresh]: [reply(401)] })
    expect((await fetchInSession(me)).status).toBe(401)
    expect(calls).toEqual([me, me, refresh])
  })

  test.each([429, 503])('keeps its session when the renewal is answered with %i', async (status) => {
    answering({ [me]: [reply(401)], [refresh]: [reply(status)] })
    const signedOut = vi.fn(async () => true)
    whenSignedOut(signedOut)
    expect(await readAs(fetchInSession(me))).toMatchObject({ ok: false, error: { code: 'network/unreachable' } })
    expect(signedOut).not.toHaveBeenCalled()
  })

  test('waits for the session; starting one, and public links, do not', async () => {
    const calls = answering({
      [me]: [reply(200)],
      '/api/v1/auth/guest': [reply(200)],
      '/api/v1/public/t': [reply(200)],
    })
    let admit = (): void => {}
    admitAfter(new Promise<void>((done) => (admit = done)))
    const waiting = fetchInSession(me)
    await fetchInSession('/api/v1/auth/guest')
    await fetchInSession('/api/v1/public/t')
    expect(calls).toEqual(['/api/v1/auth/guest', '/api/v1/public/t'])
    admit()
    await waiting
    expect(calls).toContain(me)
  })
})

describe('a response becomes a Result', () => {
  test.each([
    ['data', () => Promise.resolve(reply(200, { data: 1 })), { ok: true, value: 1 }],
    [
      'an error',
      () => Promise.resolve(reply(404, { error: { code: 'c', message: 'm', hint: 'h' } })),
      { ok: false, error: { code: 'c', status: 404, message: 'm', hint: 'h' } },
    ],
    [
      'a broken network',
      () => Promise.reject(new TypeError('no')),
      { ok: false, error: { code: 'network/unreachable', status: 0 } },
    ],
    [
      'something else',
      () => Promise.resolve(new Response('<html>', { status: 502 })),
      { ok: false, error: { code: 'network/not-answering', status: 502 } },
    ],
    [
      'a page instead of an answer',
      () => Promise.resolve(new Response('<html>', { status: 200 })),
      { ok: false, error: { code: 'network/unreadable', status: 200 } },
    ],
  ])('%s', async (_, asked, expected) => {
    expect(await readAs(asked())).toMatchObject(expected)
  })
})
