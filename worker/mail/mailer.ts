import type { Config } from '../config.ts'
import type { Env } from '../env.ts'
import type { Mailer } from './letter.ts'
import { cloudflareMailer } from './providers/cloudflare.ts'
import { httpMailer } from './providers/http.ts'
import { outboxMailer } from './providers/outbox.ts'

/** The mailer of this installation; null if none is configured, and addresses are not verified. */
export function mailerOf(env: Env, { mail, environment }: Pick<Config, 'mail' | 'environment'>): Mailer | null {
  if (mail.http && env.MAIL_HTTP_KEY) return httpMailer(mail.http, env.MAIL_HTTP_KEY)
  if (env.EMAIL && mail.from !== '') return cloudflareMailer(env.EMAIL)
  return environment === 'local' ? outboxMailer : null
}
