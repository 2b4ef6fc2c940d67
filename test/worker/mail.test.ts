import { env } from 'cloudflare:workers'
import PostalMime from 'postal-mime'
import { describe, expect, test, vi } from 'vitest'
import { fail } from '#core/errors.ts'
import { post } from '#worker/data/post.ts'
import { jobKinds } from '#worker/jobs/registry.ts'
import type { Letter, Mailer } from '#worker/mail/letter.ts'
import type { Message } from '#worker/mail/message.ts'
import { mailerOf } from '#worker/mail/mailer.ts'
import { fillTemplate } from '#worker/mail/providers/http.ts'
import { alertMessage } from '#worker/mail/templates/alert.ts'
import { codeMessage } from '#worker/mail/templates/code.ts'
import { invitationMessage } from '#worker/mail/templates/invitation.ts'
import { resetMessage } from '#worker/mail/templates/reset.ts'
import { shareMessage } from '#worker/mail/templates/share.ts'
import { welcomeMessage } from '#worker/mail/templates/welcome.ts'
import { type Service, serviceOf } from '#worker/service.ts'
import { mailTo } from './support/outbox.ts'
import { dataOf, guest, origin, credentials, Visitor } from './support/visitor.ts'

const evil = `"><script>alert(1)</script>\r\nBcc: victim@example.com`
const messages: Readonly<Record<string, Message>> = {
  code: codeMessage({ code: '123456', use: 'sign-in', minutes: 10 }),
  welcome: welcomeMessage({ name: evil, origin }),
  alert: alertMessage({ event: 'new-device', where: evil, origin }),
  invitation: invitationMessage({ inviter: evil, workspace: evil, role: 'analyst', address: origin, days: 7 }),
  reset: resetMessage({ address: `${origin}/reset#abc`, minutes: 30 }),
  share: shareMessage({ sharer: evil, title: evil, address: origin }),
}

/** The mail as a provider would send it. */
const mimeOf = ({ subject, text, html }: Message): string =>
  [
    'From: a@example.com',
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary=b',
    '',
    ...['plain', 'html'].flatMap((kind) => [
      '--b',
      `Content-Type: text/${kind}; charset=utf-8`,
      '',
      kind === 'plain' ? text : html,
    ]),
    '--b--',
  ].join('\r\n')

describe.each(Object.entries(messages))('the mail “%s”', (_, message) => {
  test('reads the same in both forms, and what people typed stays text', async () => {
    const read = await PostalMime.parse(mimeOf(message))
    expect(read.subject).toBe(message.subject)
    expect(read.bcc).toBeUndefined()
    expect(read.text).toContain(message.text.split('\n')[0])
    expect(read.html).not.toContain('<script')
    expect(read.html).toContain('prefers-color-scheme: dark')
    expect(message.text).toContain('-- \n')
  })
})

describe('sending', () => {
  const run = async (service: Service): Promise<void> => {
    const work = jobKinds['send-mail'].open(service, { input: {}, workspaceId: null })
    if (!work.ok) throw new Error('no work')
    const signal = new AbortController().signal
    await work.value.run({ progress: () => undefined, signal, stopped: fail('service/broken') })
  }
  const real = serviceOf(env, { waitUntil: (work) => void work.catch(() => null) })
  const withMailer = (mailer: Mailer): Service => ({ ...real, mailer, queue: { send: async () => undefined } })
  const message = codeMessage({ code: '123456', use: 'verify', minutes: 10 })

  test('a provider takes it once, however many jobs run, and its words are forgotten', async () => {
    const sent: Letter[] = []
    const service = withMailer({ keepsWords: false, send: async (letter) => void sent.push(letter) })
    const to = credentials('once').email
    await post(service, to, message)
    await Promise.all([run(service), run(service)])
    expect(sent.filter((each) => each.to === to)).toHaveLength(1)
    expect(await mailTo(to)).toMatchObject([{ status: 'sent', text: '', html: '' }])
  })

  test('a provider that fails is asked again later, and its failure is seen, without the address', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const service = withMailer({
      keepsWords: false,
      send: async () => Promise.reject(new Error('The mail provider answered 500')),
    })
    const to = credentials('fails').email
    await post(service, to, message)
    for (let attempt = 1; attempt <= 5; attempt++) {
      await run(service)
      const [kept] = await mailTo(to)
      expect(kept).toMatchObject({ status: attempt < 5 ? 'queued' : 'failed', attempts: attempt })
      await run(service)
      await env.DB.prepare('UPDATE mail SET next_at = 1 WHERE "to" = ?').bind(to).run()
    }
    expect(told.mock.calls.flat().join()).toContain('answered 500')
    expect(told.mock.calls.flat().join()).not.toContain(to)
    told.mockRestore()
  })

  test('no mailer: nothing is queued, signing up goes on, and the page can say so', async () => {
    const to = credentials('none').email
    await post({ ...real, mailer: null }, to, message)
    expect(await mailTo(to)).toEqual([])
  })

  test('nothing is sent from an installation that does not say its address, which a request could forge', () => {
    const configured = { mail: { from: 'a@b.example', http: { url: 'https://mail.example', body: '{}' } } }
    const production = { ...configured, environment: 'production' as const }
    const bound = { ...env, MAIL_HTTP_KEY: 'key' }
    expect(mailerOf(bound, { ...production, publicOrigin: null })).toBeNull()
    expect(mailerOf(bound, { ...production, publicOrigin: 'https://edgewise.example' })?.keepsWords).toBe(false)
  })

  test('what people typed does not change the request to a provider', () => {
    const letter = { ...message, from: 'a@b.c', to: 'x", "bcc": "y', subject: 'a\n"b"' }
    const body: unknown = JSON.parse(fillTemplate('{"to":["{{to}}"],"subject":"{{subject}}"}', letter))
    expect(body).toEqual({ to: ['x", "bcc": "y'], subject: 'a\n"b"' })
  })

  test('the outbox of this machine shows it', async () => {
    const visitor = await guest()
    const who = credentials('shown')
    await visitor.post('auth/sign-up', { ...who, name: 'Shown' })
    const response = await new Visitor().send('GET', '/dev/mail')
    const page = await response.text()
    expect(page).toContain(who.email)
    expect(page).toContain('Welcome to Edgewise')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    await dataOf(await visitor.send('GET', '/api/v1/me/security'))
  })
})
