import { and, desc, eq, gt, lt } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { device } from './schema/devices.ts'

export type Device = typeof device.$inferSelect

/** Browsers that are not asked for a second step. */
export const devicesIn = (db: Database) => ({
  add: (row: Device) => db.insert(device).values(row),

  /** The device of a cookie, if it is trusted for this user. */
  trusted: (user: Id<'user'>, tokenHash: string, now: Date): Promise<Device | undefined> =>
    db
      .select()
      .from(device)
      .where(and(eq(device.userId, user), eq(device.tokenHash, tokenHash), gt(device.expiresAt, now)))
      .get(),

  used: (id: Id<'device'>, now: Date) => db.update(device).set({ lastUsedAt: now }).where(eq(device.id, id)),

  of: (user: Id<'user'>, now: Date): Promise<Device[]> =>
    db
      .select()
      .from(device)
      .where(and(eq(device.userId, user), gt(device.expiresAt, now)))
      .orderBy(desc(device.lastUsedAt))
      .all(),

  /** Ends the trust in one. False if the user has no such device. */
  async remove(user: Id<'user'>, id: Id<'device'>): Promise<boolean> {
    const gone = await db
      .delete(device)
      .where(and(eq(device.userId, user), eq(device.id, id)))
      .returning({ id: device.id })
      .all()
    return gone.length === 1
  },

  removeAll: (user: Id<'user'>) => db.delete(device).where(eq(device.userId, user)),

  forget: (expiredBefore: Date) => db.delete(device).where(lt(device.expiresAt, expiredBefore)),
})
export type Devices = ReturnType<typeof devicesIn>
