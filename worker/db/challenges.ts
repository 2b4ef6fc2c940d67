import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Database } from './database.ts'
import { challenge } from './schema/challenges.ts'

export type Challenge = typeof challenge.$inferSelect
type Sent = { readonly codeHash: string; readonly sentAt: Date; readonly expiresAt: Date }

/** Codes and links that are waited for. */
export const challengesIn = (db: Database) => {
  const open = (hash: string, now: Date) =>
    and(eq(challenge.hash, hash), isNull(challenge.usedAt), gt(challenge.expiresAt, now))
  return {
    add: (row: Omit<Challenge, 'usedAt'>) => db.insert(challenge).values(row),

    /** One that can still be answered. */
    open: (hash: string, now: Date): Promise<Challenge | undefined> =>
      db.select().from(challenge).where(open(hash, now)).get(),

    /** Uses a challenge up. False if another request did. */
    async use(hash: string, now: Date): Promise<boolean> {
      const used = await db
        .update(challenge)
        .set({ usedAt: now })
        .where(open(hash, now))
        .returning({ hash: challenge.hash })
        .all()
      return used.length === 1
    },

    /** Replaces the code. False if somebody else did since the challenge was read. */
    async resend(seen: Challenge, sent: Sent): Promise<boolean> {
      const replaced = await db
        .update(challenge)
        .set(sent)
        .where(and(open(seen.hash, sent.sentAt), eq(challenge.sentAt, seen.sentAt)))
        .returning({ hash: challenge.hash })
        .all()
      return replaced.length === 1
    },

    forget: (expiredBefore: Date) => db.delete(challenge).where(lt(challenge.expiresAt, expiredBefore)),
  }
}
export type Challenges = ReturnType<typeof challengesIn>
