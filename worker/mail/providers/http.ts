import type { Letter, Mailer } from '../letter.ts'

/** Where a provider takes mail, and the JSON it expects, in which `{{to}}` and the like stand for the parts. */
export type HttpProvider = { readonly url: string; readonly body: string }

/** Milliseconds after which a provider counts as not answering. */
const patience = 15_000

/** Fills the parts into a JSON template. Each is quoted as JSON, so that no mail changes the request around it. */
export const fillTemplate = (template: string, letter: Letter): string =>
  template.replace(/\{\{(from|to|subject|text|html)\}\}/g, (_, part: keyof Letter) =>
    JSON.stringify(letter[part]).slice(1, -1),
  )

/** Any provider that takes JSON over HTTPS with a key, as Resend, Postmark, SendGrid and Brevo do. */
export const httpMailer = ({ url, body }: HttpProvider, key: string): Mailer => ({
  keepsWords: false,
  async send(letter) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: fillTemplate(body, letter),
      signal: AbortSignal.timeout(patience),
      redirect: 'manual',
    })
    await response.body?.cancel()
    if (!response.ok) throw new Error(`The mail provider answered ${response.status}`)
  },
})
