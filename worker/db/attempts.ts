import { inArray, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { attempt } from './schema.ts'

/** So many attempts within so many milliseconds. */
export type AttemptLimit = { readonly attempts: number; readonly lasts: number }

/** Attempts at what may be tried only so often, by whatever key tells those who try apart. */
export const attemptsIn = (db: Database) => ({
  /**
   * Counts an attempt before it is judged, so that many at once cannot outrun the limit. False when there were too many:
   * the last one allowed starts the wait anew.
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
