import type { Outcome } from '../../transport.ts'
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

/** Sends one part, telling how much has gone: `fetch` cannot tell, so this is the one XMLHttpRequest. */
export function sendPart({ upload, number, bytes, signal, onSent }: Part): Promise<Outcome<unknown>> {
  return new Promise((done) => {
    const request = new XMLHttpRequest()
    request.open('PUT', `/api/v1/uploads/${upload}/parts/${number}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded }) => onSent(Math.min(loaded, bytes.size)))
    request.addEventListener('load', () => {
      if (request.status >= 300) return done(problemIn(request))
      onSent(bytes.size)
      done({ ok: true, value: undefined })
    })
    request.addEventListener('error', () => done(interrupted))
    request.addEventListener('abort', () => done(interrupted))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    if (signal.aborted) return done(interrupted)
    request.send(bytes)
  })
}
