import { randomInt, timingSafeEqual } from 'node:crypto'
import { digest } from './digest.ts'

/** A code of six digits, each equally likely. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

/** Hash of a code with the token of its challenge, which is not stored: without it, all codes fit equally. */
export const hashCode = (token: string, code: string): string => digest(`${token} ${code.trim()}`)

/** Compares two hashes in a time that does not depend on where they differ. */
export const sameHash = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** A recovery code such as `k3m9p-x7q2w`: 50 random bits. */
export function newRecoveryCode(): string {
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'
  const signs = Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return `${signs.slice(0, 5)}-${signs.slice(5)}`
}
