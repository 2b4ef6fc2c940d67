import { createHmac } from 'node:crypto'
import { compactDecrypt, CompactEncrypt } from 'jose'

/** Derives a separate key, so that sealed text is never valid as a session token. */
const keyFor = (secret: Uint8Array): Uint8Array =>
  createHmac('sha256', secret).update('edgewise: sealed for the owner').digest()

/** Encrypts a short text with the installation's secret. */
export const seal = (secret: Uint8Array, text: string): Promise<string> =>
  new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(keyFor(secret))

/** Decrypts; null if it was sealed with another secret. */
export async function unseal(secret: Uint8Array, sealed: string): Promise<string | null> {
  const opened = await compactDecrypt(sealed, keyFor(secret)).catch(() => null)
  return opened && new TextDecoder().decode(opened.plaintext)
}
