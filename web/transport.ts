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

/** Did no answer of the server come? What this device holds may answer instead. */
export const isUnreachable = ({ code }: { readonly code: string }): boolean =>
  code === 'network/unreachable' || code === 'network/not-answering'

/** Is the file itself at fault? Reading it again would end the same. */
export const isOfTheFile = ({ code }: { readonly code: string }): boolean =>
  code.startsWith('file/') && code !== 'file/stopped'

const unreachable: Problem = {
  code: 'network/unreachable',
  status: 0,
  message: 'Edgewise could not be reached.',
  hint: 'Check your connection; your work here is kept. Then try again.',
}
/** What stands between this page and its server may answer in the server's stead. */
const notAnswering = (status: number): Problem => ({
  code: 'network/not-answering',
  status,
  message: 'Edgewise does not answer just now.',
  hint: 'Your work is kept. Try again in a moment.',
})
const unreadable: Problem = {
  code: 'network/unreadable',
  status: 0,
  message: 'The server gave an answer this page cannot read.',
  hint: 'Reload the page and try again.',
}

const withoutSession = new Set([
  'guest',
  'sign-in',
  'sign-up',
  'refresh',
  'sign-out',
  'confirm',
  'resend',
  'forgot',
  'reset',
])
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

/** Renewing takes turns with the other tabs: a refresh token works once, so two at a time would look like theft. */
export function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
  return globalThis.navigator?.locks ? navigator.locks.request('edgewise-refresh', act) : act()
}

async function renew(): Promise<boolean> {
  const response = await fetch('/api/v1/auth/refresh', { method: 'POST', keepalive: true })
  if (response.ok) return true
  if (response.status !== 401) throw new Error(`The session could not be renewed: ${response.status}.`)
  return onSignedOut()
}

type Replied = { readonly status: number }

/** Asks in this session. Where it has run out: asks again in turn, as another tab may have renewed it; else renews it once for all who noticed. */
export async function inSession<Reply extends Replied>(ask: () => Promise<Reply>): Promise<Reply> {
  await admission
  const reply = await ask()
  if (reply.status !== 401) return reply
  const later: Reply[] = []
  renewal ??= inTurn(async () => {
    const again = await ask()
    if (again.status !== 401) later.push(again)
    return later.length > 0 || renew()
  }).finally(() => (renewal = null))
  const renewed = await renewal
  return later[0] ?? (renewed ? ask() : reply)
}

/** `fetch` for calls to the API: in session, but for those that need none. */
export async function fetchInSession(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const url = input instanceof Request ? input.url : String(input)
  return needsSession(url) ? inSession(() => fetch(input, init)) : fetch(input, init)
}

type Answered = { readonly status: number; json(): Promise<unknown> }

/** A schema, as far as reading needs it. */
type Checks<Value> = {
  safeParse(value: unknown): { readonly success: true; readonly data: Value } | { readonly success: false }
}

/** What a response carries when all went well. */
export type DataOf<Response> = Response extends { json(): Promise<infer Body> }
  ? Body extends { data: infer Data }
    ? Data
    : never
  : never

function problemIn(body: unknown, status: number): Problem {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null
  if (typeof error !== 'object' || error === null)
    return status >= 500 ? notAnswering(status) : { ...unreadable, status }
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

/** The same, checked by the form that both sides share, which is loaded with the answer: another is as good as none. */
export async function readBy<Value>(
  schema: () => Promise<Checks<Value>>,
  asked: Promise<Answered>,
): Promise<Outcome<Value>> {
  const answer = await readAs<unknown>(asked)
  if (!answer.ok) return answer
  const checked = (await schema()).safeParse(answer.value)
  return checked.success ? { ok: true, value: checked.data } : { ok: false, error: unreadable }
}

/** The same, of the type that the route gives; `readAs` names documents of core, whose types JSON's view would blur. */
export const read = <Response extends Answered>(asked: Promise<Response>): Promise<Outcome<DataOf<Response>>> =>
  readAs<DataOf<Response>>(asked)

/** Bytes as they are, with how many the whole file has. */
export async function readBytes(url: string): Promise<Outcome<{ readonly bytes: Uint8Array; readonly size: number }>> {
  const response = await fetchInSession(url).catch(() => null)
  if (!response) return { ok: false, error: unreachable }
  if (!response.ok) return { ok: false, error: problemIn(await response.json().catch(() => null), response.status) }
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { ok: true, value: { bytes, size: Number(response.headers.get('x-file-size') ?? bytes.length) } }
}

/** Bytes of a file that may be read by ranges, asked for by its first byte. */
export async function sizeOf(url: string): Promise<Outcome<number>> {
  const response = await fetchInSession(url, { headers: { range: 'bytes=0-0' } }).catch(() => null)
  if (!response) return { ok: false, error: unreachable }
  if (!response.ok) return { ok: false, error: problemIn(await response.json().catch(() => null), response.status) }
  return { ok: true, value: Number(response.headers.get('content-range')?.split('/')[1] ?? Number.NaN) }
}

/** A whole file, telling which share of it has come; null where its length is not known. */
export async function readFile(url: string, onShare: (share: number | null) => void): Promise<Outcome<Blob>> {
  const response = await fetchInSession(url).catch(() => null)
  if (!response?.body) return { ok: false, error: unreachable }
  if (!response.ok) return { ok: false, error: problemIn(await response.json().catch(() => null), response.status) }
  const length = Number(response.headers.get('content-length') ?? 0)
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let loaded = 0
  try {
    for await (const piece of response.body as unknown as AsyncIterable<Uint8Array<ArrayBuffer>>) {
      pieces.push(piece)
      loaded += piece.byteLength
      onShare(length > 0 ? Math.min(1, loaded / length) : null)
    }
  } catch {
    return { ok: false, error: unreachable }
  }
  return { ok: true, value: new Blob(pieces) }
}
