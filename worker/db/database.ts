import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1'

export type Database = DrizzleD1Database

/** The Worker's database. Only this folder uses it. */
export const openDatabase = (binding: D1Database): Database => drizzle(binding, { casing: 'snake_case' })

/** D1 reports the cause of a failure only in its message, which drizzle wraps. */
const says = (error: unknown, words: string): boolean =>
  error instanceof Error && (error.message.includes(words) || says(error.cause, words))

/** True if a statement violated a UNIQUE constraint. */
export const brokeUniqueness = (error: unknown): boolean => says(error, 'UNIQUE constraint failed')

/** True if a statement violated the CHECK constraint of this name. */
export const brokeRule = (error: unknown, rule: string): boolean => says(error, `CHECK constraint failed: ${rule}`)
