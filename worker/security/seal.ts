import { createHmac } from 'node:crypto'
import { compactDecrypt, CompactEncrypt } from 'jose'

/** A key of its own for this use, so that nothing sealed can pass for a session. */
const keyFor = (secret: Uint8Array): Uint8Array =>
  createHmac('sha256', secret).update('edgewise: sealed for the owner').digest()

/** Encrypts a short text that only this installation can read again. */
export const seal = (secret: Uint8Array, text: string): Promise<string> =>
  new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(keyFor(secret))

/** The sealed text; null when it was sealed under another secret. */
export async function unseal(secret: Uint8Array, sealed: string): Promise<string | null> {
  const opened = await compactDecrypt(sealed, keyFor(secret)).catch(() => null)
  return opened && new TextDecoder().decode(opened.plaintext)
}
