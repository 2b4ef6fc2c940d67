import { createHmac } from 'node:crypto'
import type { Signature } from '#core/ask/receipt/receipt.ts'
import { digest } from './digest.ts'

/** The fixed beginning of an Ed25519 private key in PKCS #8, before its 32 bytes: RFC 8410, section 7. */
const prefix = Buffer.from('302e020100300506032b657004220420', 'hex')

type Keys = { readonly id: string; readonly secret: CryptoKey; readonly open: CryptoKey; readonly x: string }

/** Derives a separate key, so that a signature says nothing of sessions. */
async function derive(secret: Uint8Array): Promise<Keys> {
  const seed = createHmac('sha256', secret).update('edgewise: signs receipts').digest()
  const form = { name: 'Ed25519' }
  const key = await crypto.subtle.importKey('pkcs8', Buffer.concat([prefix, seed]), form, true, ['sign'])
  const { x = '' } = (await crypto.subtle.exportKey('jwk', key)) as JsonWebKey
  const open = await crypto.subtle.importKey('raw', Buffer.from(x, 'base64url'), form, true, ['verify'])
  return { id: digest(x).slice(0, 16), secret: key, open, x }
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Signs receipts with a key that is derived from the installation's secret. */
export function receiptSigner(secret: Uint8Array) {
  let derived: Promise<Keys> | null = null
  const keys = (): Promise<Keys> => (derived ??= derive(secret))
  return {
    async sign(text: string): Promise<Signature> {
      const { id, secret: key } = await keys()
      const value = await crypto.subtle.sign('Ed25519', key, bytes(text))
      return { key: id, value: Buffer.from(value).toString('base64url') }
    },
    async verifies(text: string, { key, value }: Signature): Promise<boolean> {
      const { id, open } = await keys()
      const given = Buffer.from(value, 'base64url')
      // Base64 has several texts for the same bytes; only one is what was signed.
      if (key !== id || given.toString('base64url') !== value) return false
      return crypto.subtle.verify('Ed25519', open, given, bytes(text))
    },
    /** The public key, with which anybody can verify receipts. */
    async publicKey(): Promise<{ readonly key: string; readonly x: string }> {
      const { id, x } = await keys()
      return { key: id, x }
    },
  }
}
