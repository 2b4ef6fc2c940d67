import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import type { User } from './accounts.ts'
import type { Database } from './database.ts'
import { rotateToken, type Rotation } from './rotate-token.ts'
import { membership, refreshToken, session, user } from './schema/accounts.ts'
import { ended, holderOf, revoke, unchanged } from './session-rows.ts'
import { thereIs, writeIf } from './write-if.ts'

type NewSession = Omit<typeof session.$inferInsert, 'revokedAt' | 'userId'> & {
  readonly tokenHash: string
}
export type OpenSession = Pick<typeof session.$inferSelect, 'id' | 'device' | 'place' | 'createdAt' | 'lastUsedAt'>
type NewPassword = { readonly hash: string; readonly session: Id<'session'>; readonly now: Date }

const listedIn = (db: Database) => ({
  /** The open sessions of a user, the one used last first. */
  of: (id: Id<'user'>, now: Date): Promise<OpenSession[]> =>
    db
      .select({
        id: session.id,
        device: session.device,
        place: session.place,
        createdAt: session.createdAt,
        lastUsedAt: session.lastUsedAt,
      })
      .from(session)
      .where(and(eq(session.userId, id), isNull(session.revokedAt), gt(session.expiresAt, now)))
      .orderBy(desc(session.lastUsedAt))
      .limit(100)
      .all(),

  /** True if the user had a session on such a device. */
  async knowsDevice(id: Id<'user'>, device: string): Promise<boolean> {
    const rule = and(eq(session.userId, id), eq(session.device, device))
    return (await db.select({ id: session.id }).from(session).where(rule).limit(1).get()) !== undefined
  },

  /** Ends one session of a user. */
  revokeOf: (id: Id<'user'>, one: Id<'session'>, now: Date) =>
    revoke(db, and(eq(session.userId, id), eq(session.id, one)), now).all(),

  /** Ends all sessions of a user but one, or all of them. */
  revokeOthers: (id: Id<'user'>, kept: Id<'session'> | null, now: Date) =>
    revoke(db, and(eq(session.userId, id), kept === null ? undefined : ne(session.id, kept)), now).all(),
})

/** Sessions and their refresh tokens. */
export const sessionsIn = (db: Database) => ({
  /**
   * Opens a session in a workspace. False if the user was deactivated, lost the membership or changed the password since
   * `holder` was read.
   */
  async open(holder: User, { tokenHash: hash, workspaceId, ...row }: NewSession): Promise<boolean> {
    const userId = holder.id
    const isMember = and(eq(membership.userId, userId), eq(membership.workspaceId, workspaceId))
    const written = await writeIf(
      db,
      [thereIs(unchanged(db, holder)), thereIs(db.select({ id: membership.userId }).from(membership).where(isMember))],
      [
        db.insert(session).values({ ...row, userId, workspaceId }),
        db.update(membership).set({ lastUsedAt: row.createdAt }).where(isMember),
        db.insert(refreshToken).values({ hash, workspaceId, sessionId: row.id, createdAt: row.createdAt }),
      ],
    )
    return written === 'written'
  },

  /** The user of a valid session. */
  holder: (id: Id<'session'>, now: Date) => holderOf(db, id, now).get(),

  /** Exchanges a refresh token; see `rotateToken`. */
  rotate: (rotation: Rotation) => rotateToken(db, rotation),

  /** Ends one session; returns it if it was open. */
  revoke: (id: Id<'session'>, now: Date) => revoke(db, eq(session.id, id), now).all(),

  /** Sets a new password and ends the user's other sessions. Null if the password changed since it was read. */
  async changePassword(of: User, { hash, session: kept, now }: NewPassword) {
    const others = and(eq(session.userId, of.id), ne(session.id, kept))
    const written = await writeIf(
      db,
      [thereIs(unchanged(db, of))],
      [db.update(user).set({ passwordHash: hash }).where(eq(user.id, of.id)), revoke(db, others, now)],
    )
    if (written !== 'written') return null
    return db
      .select(ended)
      .from(session)
      .where(and(others, eq(session.revokedAt, now)))
      .all()
  },

  /** Sets a password that was forgotten, and ends every session. */
  async resetPassword(of: User, { hash, now }: Pick<NewPassword, 'hash' | 'now'>) {
    const [, ended] = await db.batch([
      db.update(user).set({ passwordHash: hash }).where(eq(user.id, of.id)),
      revoke(db, eq(session.userId, of.id), now),
    ])
    return ended
  },

  ...listedIn(db),

  /** The session of a refresh token, used or not. */
  ofToken: (hash: string) =>
    db.select({ id: refreshToken.sessionId }).from(refreshToken).where(eq(refreshToken.hash, hash)).get(),
})
export type Sessions = ReturnType<typeof sessionsIn>
