import { createHash } from 'node:crypto'

/** SHA-256 as hexadecimal text. Enough for random tokens; passwords need more. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
