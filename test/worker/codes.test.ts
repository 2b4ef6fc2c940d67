import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import type { WireAccount } from '#worker/wire/account.ts'
import { codeFor, mailTo, resetTokenFor } from './support/outbox.ts'
import { credentials, dataOf, member, Visitor, type Credentials } from './support/visitor.ts'

type Step = { readonly challenge: string; readonly sentTo: string | null }

const another = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

/** Somebody whose account asks for a code by mail. */
async function careful(): Promise<{ visitor: Visitor; who: Credentials; account: WireAccount }> {
  const made = await member('careful')
  const { visitor, who } = made
  const { challenge } = await visitor.post<Step>('me/email/code')
  await visitor.post('me/email/confirm', { challenge, code: await codeFor(who.email) })
  await visitor.post('me/security', { wantsCode: true, password: who.password })
  return made
}

const begin = (visitor: Visitor, who: Credentials): Promise<Step> => visitor.post<Step>('auth/sign-in', who)

describe('an address', () => {
  test('is confirmed by the code that was mailed to it, once', async () => {
    const { visitor, who, account } = await member()
    expect(account.emailVerified).toBe(false)
    const { challenge, sentTo } = await visitor.post<Step>('me/email/code')
    expect(sentTo).toMatch(/^a•••@example\.com$/)
    const code = await codeFor(who.email)
    expect(code).toMatch(/^\d{6}$/)
    const confirmed = await visitor.post<WireAccount>('me/email/confirm', { challenge, code })
    expect(confirmed.emailVerified).toBe(true)
    const again = await visitor.refused('POST', 'me/email/confirm', { body: { challenge, code } })
    expect(again.code).toBe('account/step-over')
  })

  test('is not confirmed by somebody else’s challenge', async () => {
    const [{ visitor: ada, who }, { visitor: bob }] = await Promise.all([member('ada'), member('bob')])
    const { challenge } = await ada.post<Step>('me/email/code')
    const body = { challenge, code: await codeFor(who.email) }
    expect((await bob.refused('POST', 'me/email/confirm', { body })).code).toBe('account/step-over')
    expect((await bob.get<WireAccount>('me')).emailVerified).toBe(false)
  })

  test('changes when the new one is confirmed; both addresses are told', async () => {
    const { visitor, who } = await member()
    const { email } = credentials('new')
    const { challenge } = await visitor.post<Step>('me/email', { email, password: who.password })
    expect((await visitor.get<WireAccount>('me')).email).toBe(who.email)
    await visitor.post('me/email/confirm', { challenge, code: await codeFor(email) })
    expect(await visitor.get('me')).toMatchObject({ email, emailVerified: true })
    expect((await mailTo(who.email)).map(({ text }) => text).join()).toContain('was changed')
    expect((await mailTo(email)).map(({ text }) => text).join()).toContain('was changed')
    await new Visitor().post('auth/sign-in', { ...who, email })
  })

  test('that is taken gets the same answer, and only its owner learns it', async () => {
    const [{ visitor, who }, { who: other }] = await Promise.all([member('ada'), member('other')])
    const free = await visitor.post<Step>('me/email', { ...credentials('free'), password: who.password })
    const taken = await visitor.post<Step>('me/email', { email: other.email, password: who.password })
    expect(Object.keys(taken)).toEqual(Object.keys(free))
    expect(taken.challenge).toHaveLength(free.challenge.length)
    const body = { challenge: taken.challenge, code: '123456' }
    expect((await visitor.refused('POST', 'me/email/confirm', { body })).code).toBe('account/step-over')
    expect((await mailTo(other.email))[0]?.text).toContain('has an account already')
  })
})

describe('a code at sign-in', () => {
  test('is asked for after the password, and opens the session', async () => {
    const { who } = await careful()
    const visitor = new Visitor()
    const { challenge, sentTo } = await begin(visitor, who)
    expect(sentTo).toBe('c•••@example.com')
    expect(visitor.cookies.size).toBe(0)
    const body = { challenge, code: await codeFor(who.email) }
    expect(await visitor.post('auth/sign-in/confirm', body)).toMatchObject({ email: who.email })
    expect(await visitor.get('me')).toMatchObject({ email: who.email })
    expect((await new Visitor().refused('POST', 'auth/sign-in/confirm', { body })).code).toBe('account/step-over')
  })

  test('a wrong password asks for none, with the same answer as ever', async () => {
    const { who } = await careful()
    const before = (await mailTo(who.email)).length
    const refusal = await new Visitor().refused('POST', 'auth/sign-in', { body: { ...who, password: 'not this one' } })
    expect(refusal.code).toBe('account/refused')
    expect(await mailTo(who.email)).toHaveLength(before)
  })

  test('three wrong ones lock for 15 minutes, across challenges, even for the right one', async () => {
    const { who } = await careful()
    const visitor = new Visitor()
    for (let round = 0; round < 3; round++) {
      const { challenge } = await begin(visitor, who)
      const body = { challenge, code: another(await codeFor(who.email)) }
      expect((await visitor.refused('POST', 'auth/sign-in/confirm', { body })).code).toBe('account/wrong-code')
    }
    const { challenge } = await begin(visitor, who)
    const body = { challenge, code: await codeFor(who.email) }
    const locked = await visitor.refused('POST', 'auth/sign-in/confirm', { body })
    expect(locked).toMatchObject({ status: 423, code: 'account/code-locked' })
    expect(locked.hint).toContain('15 minutes')
    await env.DB.prepare('UPDATE attempt SET window_ends_at = 1').run()
    expect(await visitor.post('auth/sign-in/confirm', body)).toMatchObject({ email: who.email })
  })

  test('guesses sent at once do not outrun the lock', async () => {
    const { who } = await careful()
    const { challenge } = await begin(new Visitor(), who)
    const wrong = another(await codeFor(who.email))
    const guess = async () =>
      (await new Visitor().refused('POST', 'auth/sign-in/confirm', { body: { challenge, code: wrong } })).code
    const codes = await Promise.all(Array.from({ length: 10 }, guess))
    expect(codes.filter((code) => code === 'account/wrong-code')).toHaveLength(3)
  })

  test('two answers at once open one session', async () => {
    const { who } = await careful()
    const { challenge } = await begin(new Visitor(), who)
    const body = { challenge, code: await codeFor(who.email) }
    const send = async () => (await new Visitor().send('POST', '/api/v1/auth/sign-in/confirm', { body })).status
    expect((await Promise.all([send(), send()])).filter((status) => status === 200)).toHaveLength(1)
  })

  test('expires after 10 minutes', async () => {
    const { who } = await careful()
    const visitor = new Visitor()
    const { challenge } = await begin(visitor, who)
    const left = await env.DB.prepare('SELECT max(expires_at) AS at FROM challenge').first<number>('at')
    expect((left ?? 0) - Date.now()).toBeLessThanOrEqual(10 * 60_000)
    await env.DB.prepare('UPDATE challenge SET expires_at = 1').run()
    const body = { challenge, code: await codeFor(who.email) }
    expect((await visitor.refused('POST', 'auth/sign-in/confirm', { body })).code).toBe('account/step-over')
  })

  test('is of its own challenge and purpose alone', async () => {
    const { visitor, who } = await careful()
    const first = await begin(new Visitor(), who)
    const code = await codeFor(who.email)
    const second = await begin(new Visitor(), who)
    if (code !== (await codeFor(who.email))) {
      const body = { challenge: second.challenge, code }
      expect((await visitor.refused('POST', 'auth/sign-in/confirm', { body })).code).toBe('account/wrong-code')
    }
    const other = { challenge: first.challenge, code }
    expect((await visitor.refused('POST', 'me/email/confirm', { body: other })).code).toBe('account/step-over')
  })

  test('comes again at most once a minute; the one before is worth nothing then', async () => {
    const { who } = await careful()
    const visitor = new Visitor()
    const { challenge } = await begin(visitor, who)
    const first = await codeFor(who.email)
    const soon = await visitor.refused('POST', 'auth/code/resend', { body: { challenge } })
    expect(soon).toMatchObject({ status: 429, code: 'account/code-too-soon' })
    await env.DB.prepare('UPDATE challenge SET sent_at = sent_at - 60001').run()
    await visitor.post('auth/code/resend', { challenge })
    const second = await codeFor(who.email)
    if (first !== second) {
      const body = { challenge, code: first }
      expect((await visitor.refused('POST', 'auth/sign-in/confirm', { body })).code).toBe('account/wrong-code')
    }
    await visitor.post('auth/sign-in/confirm', { challenge, code: second })
  })

  test('is stored so that the table tells neither code nor challenge', async () => {
    const { who } = await careful()
    const { challenge } = await begin(new Visitor(), who)
    const code = await codeFor(who.email)
    const stored = JSON.stringify((await env.DB.prepare('SELECT * FROM challenge').all()).results)
    expect(stored).not.toContain(challenge)
    expect(stored).not.toContain(`"${code}"`)
  })

  test('is always asked of a business, whose first one confirms the address', async () => {
    const visitor = new Visitor()
    const who = credentials('firm')
    await visitor.post('auth/sign-up', { ...who, name: 'Firm', accountType: 'business' })
    const elsewhere = new Visitor()
    const { challenge } = await begin(elsewhere, who)
    const body = { challenge, code: await codeFor(who.email) }
    expect(await elsewhere.post('auth/sign-in/confirm', body)).toMatchObject({ emailVerified: true })
  })

  test('is not wanted by an account whose address is not confirmed', async () => {
    const { visitor, who } = await member()
    const body = { wantsCode: true, password: who.password }
    expect((await visitor.refused('POST', 'me/security', { body })).code).toBe('account/email-unverified')
  })
})

describe('a trusted device', () => {
  async function trusting() {
    const { who } = await careful()
    const visitor = new Visitor()
    const { challenge } = await begin(visitor, who)
    const body = { challenge, code: await codeFor(who.email), trust: true }
    const response = await visitor.send('POST', '/api/v1/auth/sign-in/confirm', { body })
    const cookie = response.headers.getSetCookie().find((each) => each.startsWith('edgewise_device'))
    await dataOf(response)
    return { visitor, who, cookie }
  }

  test('is not asked for a code, by a cookie that no script reads', async () => {
    const { visitor, who, cookie } = await trusting()
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Max-Age=2592000', 'Path=/api/v1/auth'])
      expect(cookie).toContain(part)
    await visitor.post('auth/sign-out')
    expect(await begin(visitor, who)).toMatchObject({ email: who.email })
    expect(await begin(new Visitor(), who)).toHaveProperty('challenge')
  })

  test('is listed, and asked again once it is forgotten', async () => {
    const { visitor, who } = await trusting()
    const [device] = await visitor.get<{ id: string; name: string }[]>('me/devices')
    expect(device?.name).toMatch(/\w/)
    await dataOf(await visitor.send('DELETE', `/api/v1/me/devices/${device?.id}`))
    expect(await begin(visitor, who)).toHaveProperty('challenge')
  })

  test('is of one account: its cookie trusts no other', async () => {
    const { visitor } = await trusting()
    const { who: other } = await careful()
    expect(await begin(visitor, other)).toHaveProperty('challenge')
  })

  test('is trusted for 30 days', async () => {
    const { visitor, who } = await trusting()
    await env.DB.prepare('UPDATE device SET expires_at = 1').run()
    expect(await begin(visitor, who)).toHaveProperty('challenge')
  })

  test('is not locked by strangers, from its own address or all others', async () => {
    const { visitor, who } = await trusting()
    const body = { ...who, password: 'not this one' }
    for (let attempt = 0; attempt < 6; attempt++)
      await new Visitor(visitor.address).refused('POST', 'auth/sign-in', { body })
    await env.DB.prepare('UPDATE attempt SET count = 200').run()
    expect((await new Visitor().refused('POST', 'auth/sign-in', { body: who })).code).toBe('account/locked')
    expect(await begin(visitor, who)).toMatchObject({ email: who.email })
    for (let attempt = 0; attempt < 5; attempt++)
      expect((await visitor.refused('POST', 'auth/sign-in', { body })).code).toBe('account/refused')
    expect((await visitor.refused('POST', 'auth/sign-in', { body: who })).code).toBe('account/locked')
  })
})

describe('a forgotten password', () => {
  const forget = (email: string) => new Visitor().send('POST', '/api/v1/auth/forgot', { body: { email } })
  const next = 'umbrella piano gravel'

  test('gets the same answer whether or not there is an account', async () => {
    const { who } = await member()
    const [known, unknown] = await Promise.all([forget(who.email), forget(credentials('nobody').email)])
    expect(await known.text()).toBe(await unknown.text())
    expect(known.status).toBe(200)
  })

  test('is replaced by the link, which ends every session and works once', async () => {
    const { visitor, who } = await member()
    await forget(who.email)
    const token = await resetTokenFor(who.email)
    await new Visitor().post('auth/reset', { token, password: next })
    expect((await visitor.refused('GET', 'me')).status).toBe(401)
    expect((await visitor.refused('POST', 'auth/refresh')).status).toBe(401)
    expect((await new Visitor().refused('POST', 'auth/sign-in', { body: who })).status).toBe(401)
    await new Visitor().post('auth/sign-in', { ...who, password: next })
    const again = await new Visitor().refused('POST', 'auth/reset', { body: { token, password: `${next} two` } })
    expect(again.code).toBe('account/step-over')
  })

  test('the link lasts 30 minutes, and is no challenge of another kind', async () => {
    const { who } = await member()
    await forget(who.email)
    const token = await resetTokenFor(who.email)
    const asCode = { challenge: token, code: '000000' }
    expect((await new Visitor().refused('POST', 'auth/sign-in/confirm', { body: asCode })).code).toBe(
      'account/step-over',
    )
    await env.DB.prepare(`UPDATE challenge SET expires_at = 1 WHERE purpose = 'reset'`).run()
    expect((await new Visitor().refused('POST', 'auth/reset', { body: { token, password: next } })).code).toBe(
      'account/step-over',
    )
  })
})
