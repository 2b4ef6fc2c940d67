import { createHash } from 'node:crypto'

/** SHA-256 in hexadecimal. Suitable for random tokens, not for passwords. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
