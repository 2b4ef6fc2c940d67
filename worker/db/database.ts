import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1'

export type Database = DrizzleD1Database

/** The database of this Worker. Only the files of this folder speak to it. */
export const openDatabase = (binding: D1Database): Database => drizzle(binding, { casing: 'snake_case' })

/** D1 tells only in words why a statement failed, and drizzle wraps them. */
const says = (error: unknown, words: string): boolean =>
  error instanceof Error && (error.message.includes(words) || says(error.cause, words))

/** Did this statement break a UNIQUE rule? */
export const brokeUniqueness = (error: unknown): boolean => says(error, 'UNIQUE constraint failed')

/** Did this statement break the CHECK rule of this name? */
export const brokeRule = (error: unknown, rule: string): boolean => says(error, `CHECK constraint failed: ${rule}`)
