import { z } from 'zod'

const envelope = z.union([
  z.object({ data: z.unknown() }),
  z.object({ error: z.looseObject({ code: z.string(), message: z.string() }) }),
])
const begun = z.looseObject({ id: z.string(), partSize: z.number() })
const dataset = z.looseObject({
  id: z.string(),
  status: z.enum(['pending', 'processing', 'ready', 'failed']),
  failure: z.looseObject({ message: z.string() }).nullable(),
})
export type DatasetState = z.infer<typeof dataset>

/** A person's program: keeps its cookies, speaks JSON, throws what the product answers when it refuses. */
export function createClient(base: string) {
  const cookies = new Map<string, string>()

  const cookie = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const isBytes = body instanceof Uint8Array
    const response = await fetch(`${base}/api/v1/${path}`, {
      method,
      headers: {
        origin: base,
        cookie: cookie(),
        ...(body === undefined ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isBytes ? new Blob([body.slice()]) : JSON.stringify(body) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    const answer = envelope.parse(await response.json())
    if ('error' in answer) throw new Error(`${response.status} ${answer.error.code}: ${answer.error.message}`)
    return answer.data
  }

  return {
    call,
    cookie,
    startGuest: () => call('POST', 'auth/guest', {}),
    /** Sends a file as the browser does: begun, in parts, completed. */
    async upload(name: string, bytes: Uint8Array): Promise<DatasetState> {
      const { id, partSize } = begun.parse(await call('POST', 'uploads', { name, size: bytes.length, sha256: null }))
      for (let number = 1, at = 0; at < bytes.length; number += 1, at += partSize)
        await call('PUT', `uploads/${id}/parts/${number}`, bytes.subarray(at, at + partSize))
      return dataset.parse(await call('POST', `uploads/${id}/complete`, {}))
    },
    status: async (id: string): Promise<DatasetState> => dataset.parse(await call('GET', `datasets/${id}`)),
  }
}
