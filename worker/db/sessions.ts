import { and, eq, gt, isNull, ne } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { refreshToken, session, user } from './schema.ts'

type NewSession = Omit<typeof session.$inferInsert, 'revokedAt'> & { readonly tokenHash: string }
type Rotation = { readonly hash: string; readonly nextHash: string; readonly now: Date; readonly expiresAt: Date }

const fields = { session: session.id, user: user.id, workspace: user.workspaceId, kind: user.kind }

/** Milliseconds in which a refresh token may come again: a page that is left loses the answer, and the next page asks anew. */
const secondAsking = 30_000

/** Sign-ins and the refresh tokens that keep them alive. */
export const sessionsIn = (db: Database) => {
  const revokeWhere = (rule: ReturnType<typeof and>, now: Date) =>
    db
      .update(session)
      .set({ revokedAt: now })
      .where(and(rule, isNull(session.revokedAt)))
      .returning({ id: session.id, workspace: session.workspaceId })
      .all()

  return {
    open: ({ tokenHash: hash, ...row }: NewSession) =>
      db.batch([
        db.insert(session).values(row),
        db
          .insert(refreshToken)
          .values({ hash, workspaceId: row.workspaceId, sessionId: row.id, createdAt: row.createdAt }),
      ]),

    /** Who is behind a session that is still good. */
    holder: (id: Id<'session'>, now: Date) =>
      db
        .select(fields)
        .from(session)
        .innerJoin(user, eq(user.id, session.userId))
        .where(and(eq(session.id, id), isNull(session.revokedAt), gt(session.expiresAt, now), eq(user.isActive, true)))
        .get(),

    /** Takes a refresh token for the next one, and lets the session live on. A token taken long before ends its whole family: one of the two was stolen. */
    async rotate({ hash, nextHash, now, expiresAt }: Rotation) {
      const fresh = await db
        .update(refreshToken)
        .set({ usedAt: now })
        .where(and(eq(refreshToken.hash, hash), isNull(refreshToken.usedAt)))
        .returning()
        .get()
      const known = fresh ?? (await db.select().from(refreshToken).where(eq(refreshToken.hash, hash)).get())
      if (!known) return { holder: null, ended: [] }
      const isFresh = fresh !== undefined || now.getTime() - (known.usedAt?.getTime() ?? 0) <= secondAsking
      if (!isFresh) return { holder: null, ended: await revokeWhere(eq(session.id, known.sessionId), now) }
      const holder = await this.holder(known.sessionId, now)
      if (!holder) return { holder: null, ended: [] }
      const { workspaceId, sessionId } = known
      await db.batch([
        db.insert(refreshToken).values({ hash: nextHash, workspaceId, sessionId, createdAt: now }),
        db.update(session).set({ expiresAt }).where(eq(session.id, sessionId)),
      ])
      return { holder, ended: [] }
    },

    /** Ends one session; answers it when it was still open. */
    revoke: (id: Id<'session'>, now: Date) => revokeWhere(eq(session.id, id), now),

    /** Ends all sessions of a person but one. */
    revokeOthers: (of: Id<'user'>, except: Id<'session'>, now: Date) =>
      revokeWhere(and(eq(session.userId, of), ne(session.id, except)), now),

    /** The session that a refresh token belongs to, used or not. */
    ofToken: (hash: string) =>
      db.select({ id: refreshToken.sessionId }).from(refreshToken).where(eq(refreshToken.hash, hash)).get(),
  }
}
export type Sessions = ReturnType<typeof sessionsIn>
