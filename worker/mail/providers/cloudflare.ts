import type { Mailer } from '../letter.ts'

/** Cloudflare’s e-mail sending: developers.cloudflare.com/email-service/api/send-emails/workers-api */
export const cloudflareMailer = (binding: SendEmail): Mailer => ({
  keepsWords: false,
  async send({ from, to, subject, text, html }) {
    await binding.send({ from, to, subject, text, html }).catch(() => {
      // Its own message may quote the address.
      throw new Error('Cloudflare did not take the mail')
    })
  },
})
