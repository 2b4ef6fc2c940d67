import { exports } from 'cloudflare:workers'
import { expect } from 'vitest'
import type { WireError } from '#core/wire/error.ts'
import type { WireAccount } from '#worker/wire/account.ts'

export const origin = 'https://edgewise.example'

let visitors = 0

type Sent = { readonly body?: unknown; readonly headers?: Record<string, string> }

function encoded(body: unknown): { body?: BodyInit; headers: Record<string, string> } {
  if (body === undefined) return { headers: {} }
  if (body instanceof Uint8Array || body instanceof ArrayBuffer || typeof body === 'string')
    return { body, headers: {} }
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

/** A browser of its own: cookies, an address, and pages of our origin. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly address: string

  constructor(address = `10.0.${Math.floor(visitors / 250)}.${(visitors++ % 250) + 1}`) {
    this.address = address
  }

  async send(method: string, path: string, { body, headers = {} }: Sent = {}): Promise<Response> {
    const content = encoded(body)
    const response = await exports.default.fetch(`${origin}${path}`, {
      method,
      redirect: 'manual',
      ...(content.body === undefined ? {} : { body: content.body }),
      headers: {
        'cf-connecting-ip': this.address,
        origin,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...content.headers,
        ...headers,
      },
    })
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie)
    return response
  }

  keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    if (value === '') this.cookies.delete(name)
    else this.cookies.set(name, value)
  }

  /** The data of an answer that must be a success. */
  async get<Data>(path: string): Promise<Data> {
    return dataOf<Data>(await this.send('GET', `/api/v1/${path}`))
  }

  async post<Data>(path: string, body?: unknown): Promise<Data> {
    return dataOf<Data>(await this.send('POST', `/api/v1/${path}`, { body }))
  }

  async put<Data>(path: string, body: unknown): Promise<Data> {
    return dataOf<Data>(await this.send('PUT', `/api/v1/${path}`, { body }))
  }

  /** What a refused request says. */
  async refused(method: string, path: string, sent: Sent = {}): Promise<WireError['error'] & { status: number }> {
    const response = await this.send(method, `/api/v1/${path}`, sent)
    const text = await response.text()
    expect(response.status, text).toBeGreaterThanOrEqual(400)
    return { ...(JSON.parse(text) as WireError).error, status: response.status }
  }
}

export async function dataOf<Data>(response: Response): Promise<Data> {
  const text = await response.text()
  expect(response.status, text).toBe(200)
  return (JSON.parse(text) as { data: Data }).data
}

/** A guest who has just opened the page for the first time. */
export async function guest(address?: string): Promise<Visitor> {
  const visitor = new Visitor(address)
  await visitor.post('auth/guest')
  return visitor
}

export type Credentials = { readonly email: string; readonly password: string }

export const credentials = (name: string): Credentials => ({
  email: `${name}-${crypto.randomUUID().slice(0, 8)}@example.com`,
  password: 'correct horse battery',
})

/** Somebody with an account, and what they signed up with. */
export async function member(name = 'ada'): Promise<{ visitor: Visitor; who: Credentials; account: WireAccount }> {
  const visitor = await guest()
  const who = credentials(name)
  const account = await visitor.post<WireAccount>('auth/sign-up', { ...who, name })
  return { visitor, who, account }
}
