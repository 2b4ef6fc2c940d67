import { inArray, sql } from 'drizzle-orm'
import type { AttemptLimit } from '../config.ts'
import type { Database } from './database.ts'
import { attempt } from './schema/accounts.ts'

/** Counters of rate-limited attempts, by a key that identifies action and caller. */
export const attemptsIn = (db: Database) => ({
  /**
   * Counts an attempt before it is judged, so that concurrent ones cannot exceed the limit. False above the limit;
   * the last allowed attempt restarts the period.
   */
  async admit(key: string, now: Date, { attempts, lasts }: AttemptLimit): Promise<boolean> {
    const windowEndsAt = new Date(now.getTime() + lasts)
    const [ends, at] = [windowEndsAt.getTime(), now.getTime()]
    const counted = await db
      .insert(attempt)
      .values({ key, count: 1, windowEndsAt })
      .onConflictDoUpdate({
        target: attempt.key,
        set: {
          count: sql`CASE WHEN ${attempt.windowEndsAt} <= ${at} THEN 1 ELSE ${attempt.count} + 1 END`,
          windowEndsAt: sql`CASE WHEN ${attempt.windowEndsAt} <= ${at} OR ${attempt.count} + 1 = ${attempts} THEN ${ends} ELSE ${attempt.windowEndsAt} END`,
        },
      })
      .returning({ count: attempt.count })
      .get()
    return counted.count <= attempts
  },

  forgive: (keys: readonly string[]) => db.delete(attempt).where(inArray(attempt.key, [...keys])),
})
export type Attempts = ReturnType<typeof attemptsIn>
