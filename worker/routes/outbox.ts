import type { Mail } from '../db/mail.ts'
import { newRoutes } from '../http/routes.ts'
import { escaped } from '../mail/message.ts'

const card = ({ to, subject, text, html, status, attempts, failure, createdAt }: Mail): string => `
  <article>
    <h2>${escaped(subject)}</h2>
    <p>To ${escaped(to)} · <time>${createdAt.toISOString()}</time> · ${status}${attempts > 1 ? `, ${attempts} attempts` : ''}${failure === null ? '' : `: ${escaped(failure)}`}</p>
    <details open><summary>Text</summary><pre>${escaped(text)}</pre></details>
    <details><summary>HTML</summary><iframe title="${escaped(subject)}" sandbox srcdoc="${escaped(html)}"></iframe></details>
  </article>`

const style = `
  :root { color-scheme: light dark }
  body { max-width: 720px; margin: 0 auto; padding: 24px 16px; font: 16px/1.5 system-ui, sans-serif }
  article { margin: 16px 0; padding: 16px; border: 1px solid #8884; border-radius: 12px }
  h2 { margin: 0; font-size: 17px }
  p { margin: 4px 0 8px; font-size: 13px; overflow-wrap: anywhere }
  pre { white-space: pre-wrap; overflow-wrap: anywhere }
  iframe { width: 100%; height: 420px; border: 0 }`

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'"

const page = (mail: readonly Mail[]): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1"><title>Outbox</title><style>${style}</style></head>
  <body><main><h1>Outbox</h1><p>Mail that this machine would have sent, newest first. Reload for more.</p>
  ${mail.length === 0 ? '<p>No mail yet. Sign up, and a welcome and a code appear here.</p>' : mail.map(card).join('')}
  </main></body></html>`

/** Mail of this machine, for developing. It is nowhere else. */
export const outboxRoutes = newRoutes().get('/dev/mail', async (c) => {
  const { config, mail } = c.var.service
  if (config.environment !== 'local') return c.notFound()
  c.header('content-security-policy', policy)
  c.header('cache-control', 'no-store')
  return c.html(page(await mail.newest()))
})
