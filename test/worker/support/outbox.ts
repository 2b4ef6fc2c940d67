import { env } from 'cloudflare:workers'
import { expect } from 'vitest'

export type Kept = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly status: string
}

/** Mail to an address, the newest first. */
export async function mailTo(address: string): Promise<Kept[]> {
  const found = await env.DB.prepare('SELECT * FROM mail WHERE "to" = ? ORDER BY created_at DESC, rowid DESC')
    .bind(address)
    .all<Kept>()
  return found.results
}

/** The code that was mailed last. */
export async function codeFor(address: string): Promise<string> {
  const found = (await mailTo(address)).find(({ subject }) => /^\d{6} /.test(subject))
  expect(found, `a code for ${address}`).toBeDefined()
  return found?.subject.slice(0, 6) ?? ''
}

/** The token of the newest link to choose a password; waits for it, because it is made after the response. */
export async function resetTokenFor(address: string): Promise<string> {
  const token = async () => (await mailTo(address)).map(({ text }) => /#([\w-]{20,})/.exec(text)?.[1]).find(Boolean)
  await expect.poll(token, { timeout: 5000 }).toBeTruthy()
  return (await token()) ?? ''
}
