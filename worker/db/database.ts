import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1'

export type Database = DrizzleD1Database

/** The database of this Worker. Only the files of this folder speak to it. */
export const openDatabase = (binding: D1Database): Database => drizzle(binding, { casing: 'snake_case' })

/** Did this statement break a UNIQUE rule? D1 tells only in words, and drizzle wraps them. */
export function brokeUniqueness(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error.message.includes('UNIQUE constraint failed') || brokeUniqueness(error.cause)
}
