import { inSession, type Outcome } from '../../transport.ts'
import type { Part } from './send-file.ts'

const interrupted = {
  ok: false,
  error: {
    code: 'network/interrupted',
    status: 0,
    message: 'The connection broke off.',
    hint: 'Check it, then try again; nothing else was lost.',
  },
} as const

function problemIn(request: XMLHttpRequest): Outcome<never> {
  try {
    const body = JSON.parse(request.responseText) as { error: { code: string; message: string; hint: string } }
    return { ok: false, error: { ...body.error, status: request.status } }
  } catch {
    return { ...interrupted, error: { ...interrupted.error, status: request.status } }
  }
}

type Reply = { readonly status: number; readonly outcome: Outcome<unknown> }

/** XMLHttpRequest, because `fetch` does not report upload progress. */
function put({ upload, number, bytes, signal, onSent }: Part): Promise<Reply> {
  return new Promise((done) => {
    const request = new XMLHttpRequest()
    const end = (outcome: Outcome<unknown>): void => done({ status: request.status, outcome })
    request.open('PUT', `/api/v1/uploads/${upload}/parts/${number}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded }) => onSent(Math.min(loaded, bytes.size)))
    request.addEventListener('load', () => {
      if (request.status >= 300) return end(problemIn(request))
      onSent(bytes.size)
      end({ ok: true, value: undefined })
    })
    request.addEventListener('error', () => end(interrupted))
    request.addEventListener('abort', () => end(interrupted))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    if (signal.aborted) return end(interrupted)
    request.send(bytes)
  })
}

/** Uploads one part and reports its progress. */
export async function sendPart(part: Part): Promise<Outcome<unknown>> {
  const reply = await inSession(() => put(part)).catch(() => null)
  return reply?.outcome ?? interrupted
}
