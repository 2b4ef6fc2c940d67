import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { recoveryCode, totp } from './schema/authenticators.ts'

/** Authenticator apps and their recovery codes. */
export const authenticatorsIn = (db: Database) => ({
  /** The app of a user, set up or not yet. */
  find: (user: Id<'user'>) => db.select().from(totp).where(eq(totp.userId, user)).get(),

  /** Starts to set one up. Does nothing if one is in use. */
  async start(user: Id<'user'>, sealed: string): Promise<boolean> {
    const kept = await db
      .insert(totp)
      .values({ userId: user, sealed })
      .onConflictDoUpdate({ target: totp.userId, set: { sealed, lastStep: 0 }, setWhere: isNull(totp.confirmedAt) })
      .returning({ user: totp.userId })
      .all()
    return kept.length === 1
  },

  /** Uses the code of a step, which works once. False if this or a later one was used. */
  async useStep(user: Id<'user'>, step: number): Promise<boolean> {
    const used = await db
      .update(totp)
      .set({ lastStep: step })
      .where(and(eq(totp.userId, user), lt(totp.lastStep, step)))
      .returning({ user: totp.userId })
      .all()
    return used.length === 1
  },

  /** Turns an app on, with new recovery codes. */
  confirm: (user: Id<'user'>, at: Date, hashes: readonly string[]) =>
    db.batch([
      db
        .update(totp)
        .set({ confirmedAt: at })
        .where(and(eq(totp.userId, user), isNull(totp.confirmedAt))),
      db.delete(recoveryCode).where(eq(recoveryCode.userId, user)),
      db.insert(recoveryCode).values(hashes.map((hash) => ({ hash, userId: user }))),
    ]),

  async useRecovery(user: Id<'user'>, hash: string, now: Date): Promise<boolean> {
    const used = await db
      .update(recoveryCode)
      .set({ usedAt: now })
      .where(and(eq(recoveryCode.userId, user), eq(recoveryCode.hash, hash), isNull(recoveryCode.usedAt)))
      .returning({ hash: recoveryCode.hash })
      .all()
    return used.length === 1
  },

  /** Recovery codes that are left. */
  async left(user: Id<'user'>): Promise<number> {
    const codes = await db
      .select({ hash: recoveryCode.hash })
      .from(recoveryCode)
      .where(and(eq(recoveryCode.userId, user), isNull(recoveryCode.usedAt)))
      .all()
    return codes.length
  },

  /** Removes the app and its codes. False if none was in use. */
  async remove(user: Id<'user'>): Promise<boolean> {
    const [gone] = await db.batch([
      db
        .delete(totp)
        .where(and(eq(totp.userId, user), isNotNull(totp.confirmedAt)))
        .returning({ user: totp.userId }),
      db.delete(recoveryCode).where(eq(recoveryCode.userId, user)),
    ])
    return gone.length === 1
  },
})
export type Authenticators = ReturnType<typeof authenticatorsIn>
