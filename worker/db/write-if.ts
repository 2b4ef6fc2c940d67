import { and, exists, type SQL, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import { brokeRule, brokeUniqueness, type Database } from './database.ts'
import { precondition } from './schema.ts'

/** A statement that writes. */
export type Write = BatchItem<'sqlite'>

/** What a write depends on, and what belongs to the same change; both go into one transaction. */
export type Term = { readonly holds: SQL | undefined; readonly writes?: readonly Write[] }

/** How it ended: all was written; or nothing, because a term did not hold, or because what is added is there already. */
export type Written = 'written' | 'unmet' | 'taken'

/**
 * Writes everything if all terms hold, and else nothing. A batch of D1 is one transaction, but an UPDATE that matches no
 * row does not end it, so a first statement does: it breaks the rule of a table that never has a row.
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

/** The term that a row is there. */
export const thereIs = (row: Parameters<typeof exists>[0]): Term => ({ holds: exists(row) })
