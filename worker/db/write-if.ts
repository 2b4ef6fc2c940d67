import { and, exists, type SQL, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import { brokeRule, brokeUniqueness, type Database } from './database.ts'
import { precondition } from './schema/preconditions.ts'

/** A statement that writes. */
export type Write = BatchItem<'sqlite'>

/** A condition of a write, and further statements of the same transaction. */
export type Term = { readonly holds: SQL | undefined; readonly writes?: readonly Write[] }

/** Outcome: all written; or nothing, because a term did not hold, or because the row exists. */
export type Written = 'written' | 'unmet' | 'taken'

/**
 * Writes everything if all terms hold, else nothing. A D1 batch is one transaction, but an UPDATE that matches no row
 * does not abort it. So the first statement violates a CHECK constraint of a table without rows if a term does not
 * hold.
 */
export async function writeIf(db: Database, terms: readonly Term[], writes: readonly Write[]): Promise<Written> {
  const holds = and(...terms.map((term) => term.holds)) ?? sql`true`
  const guard = db.insert(precondition).select(sql`SELECT 0 WHERE (${holds}) IS NOT TRUE`)
  try {
    await db.batch([guard, ...terms.flatMap((term) => term.writes ?? []), ...writes])
    return 'written'
  } catch (error) {
    if (brokeRule(error, 'precondition_holds')) return 'unmet'
    if (brokeUniqueness(error)) return 'taken'
    throw error
  }
}

/** Term: the row exists. */
export const thereIs = (row: Parameters<typeof exists>[0]): Term => ({ holds: exists(row) })
