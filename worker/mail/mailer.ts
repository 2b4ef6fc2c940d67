import type { Config } from '../config.ts'
import type { Env } from '../env.ts'
import type { Mailer } from './letter.ts'
import { cloudflareMailer } from './providers/cloudflare.ts'
import { httpMailer } from './providers/http.ts'
import { outboxMailer } from './providers/outbox.ts'

type Configured = Pick<Config, 'mail' | 'environment' | 'publicOrigin'>

/**
 * The mailer of this installation; null if none is configured, and addresses are not verified. Links in mail lead to
 * the configured address alone: that of a request is what its sender says it is.
 */
export function mailerOf(env: Env, { mail, environment, publicOrigin }: Configured): Mailer | null {
  if (environment === 'production' && publicOrigin === null) return null
  if (mail.http && env.MAIL_HTTP_KEY) return httpMailer(mail.http, env.MAIL_HTTP_KEY)
  if (env.EMAIL && mail.from !== '') return cloudflareMailer(env.EMAIL)
  return environment === 'local' ? outboxMailer : null
}
