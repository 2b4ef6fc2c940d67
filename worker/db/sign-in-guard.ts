import { eq, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { signInGuard } from './schema.ts'

type Lock = { readonly failures: number; readonly lasts: number }

/** Failed sign-ins by e-mail, whether anybody has it or not. */
export const guardIn = (db: Database) => ({
  /**
   * Counts an attempt before it is judged, so that many at once cannot outrun the lock.
   * Answers the attempts within the window; more than the lock allows means refused.
   */
  async count(emailHash: string, now: Date, { failures, lasts }: Lock): Promise<number> {
    const windowEndsAt = new Date(now.getTime() + lasts)
    const [ends, at] = [windowEndsAt.getTime(), now.getTime()]
    const counted = await db
      .insert(signInGuard)
      .values({ emailHash, failures: 1, windowEndsAt })
      .onConflictDoUpdate({
        target: signInGuard.emailHash,
        set: {
          failures: sql`CASE WHEN ${signInGuard.windowEndsAt} <= ${at} THEN 1 ELSE ${signInGuard.failures} + 1 END`,
          windowEndsAt: sql`CASE WHEN ${signInGuard.windowEndsAt} <= ${at} OR ${signInGuard.failures} + 1 = ${failures} THEN ${ends} ELSE ${signInGuard.windowEndsAt} END`,
        },
      })
      .returning({ failures: signInGuard.failures })
      .get()
    return counted.failures
  },

  forgive: (emailHash: string) => db.delete(signInGuard).where(eq(signInGuard.emailHash, emailHash)),
})
export type Guard = ReturnType<typeof guardIn>
