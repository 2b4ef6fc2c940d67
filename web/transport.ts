import type { Result } from '#core/result.ts'

/** What went wrong, as the API says it; also where the network itself failed. */
export type Problem = {
  readonly code: string
  readonly status: number
  readonly message: string
  readonly hint: string
}
export type Outcome<Value> = Result<Value, Problem>

/** Might the same call go through later? What is wrong with the call itself stays wrong. */
export const mayPass = ({ status }: Problem): boolean =>
  status === 0 || status === 408 || status === 429 || status >= 500

const unreachable: Problem = {
  code: 'network/unreachable',
  status: 0,
  message: 'Edgewise could not be reached.',
  hint: 'Check your connection; your work here is kept. Then try again.',
}
const unreadable: Problem = {
  code: 'network/unreadable',
  status: 0,
  message: 'The server gave an answer this page cannot read.',
  hint: 'Reload the page and try again.',
}

const withoutSession = new Set(['guest', 'sign-in', 'sign-up', 'refresh', 'sign-out'])
const needsSession = (url: string): boolean =>
  !url.includes('/api/v1/public/') && !(url.includes('/auth/') && withoutSession.has(url.split('/').at(-1) ?? ''))

let admission: Promise<unknown> = Promise.resolve()
let renewal: Promise<boolean> | null = null
let onSignedOut: () => Promise<boolean> = () => Promise.resolve(false)

/** Every call that needs a session waits for this one first. */
export function admitAfter(session: Promise<unknown>): void {
  admission = session
}

/** What to do when a session has ended and could not be renewed. True: a new one is there, ask again. */
export function whenSignedOut(then: () => Promise<boolean>): void {
  onSignedOut = then
}

async function renew(): Promise<boolean> {
  const response = await fetch('/api/v1/auth/refresh', { method: 'POST' })
  return response.ok || onSignedOut()
}

/** `fetch` that waits for the session and, when it has run out, renews it once and asks again. */
export async function fetchInSession(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const url = input instanceof Request ? input.url : String(input)
  if (!needsSession(url)) return fetch(input, init)
  await admission
  const response = await fetch(input, init)
  if (response.status !== 401) return response
  renewal ??= renew().finally(() => (renewal = null))
  return (await renewal) ? fetch(input, init) : response
}

type Answered = { readonly status: number; json(): Promise<unknown> }

/** What a response carries when all went well. */
export type DataOf<Response> = Response extends { json(): Promise<infer Body> }
  ? Body extends { data: infer Data }
    ? Data
    : never
  : never

function problemIn(body: unknown, status: number): Problem {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null
  if (typeof error !== 'object' || error === null) return { ...unreadable, status }
  const text = (key: string): string => String((error as Record<string, unknown>)[key] ?? '')
  return { code: text('code'), status, message: text('message'), hint: text('hint') }
}

/** The one place where a response becomes a Result: `{ data }` its value, `{ error }` its problem. */
export async function readAs<Value>(asked: Promise<Answered>): Promise<Outcome<Value>> {
  const response = await asked.catch(() => null)
  if (!response) return { ok: false, error: unreachable }
  const body: unknown = await response.json().catch(() => null)
  if (typeof body === 'object' && body !== null && 'data' in body) return { ok: true, value: body.data as Value }
  return { ok: false, error: problemIn(body, response.status) }
}

/** The same, of the type that the route gives; `readAs` names documents of core, whose types JSON's view would blur. */
export const read = <Response extends Answered>(asked: Promise<Response>): Promise<Outcome<DataOf<Response>>> =>
  readAs<DataOf<Response>>(asked)
