const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A new id like the server's: 20 characters without look-alikes, 100 random bits. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => alphabet[byte % 32]).join('')
