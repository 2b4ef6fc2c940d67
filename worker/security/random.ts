import { asId, type Id, type IdKind } from '#core/ids.ts'

const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A new id: 20 characters without look-alikes, 100 random bits. */
export const newId = <Kind extends IdKind>(): Id<Kind> =>
  asId<Kind>(Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => alphabet[byte % 32]).join(''))

/** Random bytes as URL-safe text. */
export const randomToken = (bytes: number): string =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString('base64url')
