const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A new id, like those the server makes: 20 letters and digits that are not mistaken for one another, 100 random bits. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => alphabet[byte % 32]).join('')
