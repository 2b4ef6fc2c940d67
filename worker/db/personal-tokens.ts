import { and, desc, eq, gt, lt, or, isNull } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { membership, user } from './schema/accounts.ts'
import { personalToken } from './schema/tokens.ts'
import { memberFields } from './session-rows.ts'

export type PersonalToken = typeof personalToken.$inferSelect

/** Milliseconds between two notes of the last use. */
const noteEvery = 60_000

/** Keys with which programs work for a person. */
export const personalTokensIn = (db: Database) => ({
  add: (row: Omit<PersonalToken, 'lastUsedAt'>) => db.insert(personalToken).values(row),

  /** The user of a valid token, with their current role in its workspace. */
  holder: (hash: string, now: Date) =>
    db
      .select({
        token: personalToken.id,
        scope: personalToken.scope,
        ...memberFields,
      })
      .from(personalToken)
      .innerJoin(user, eq(user.id, personalToken.userId))
      .innerJoin(membership, and(eq(membership.userId, user.id), eq(membership.workspaceId, personalToken.workspaceId)))
      .where(
        and(
          eq(personalToken.hash, hash),
          gt(personalToken.expiresAt, now),
          eq(user.isActive, true),
          isNull(user.deleteAt),
        ),
      )
      .get(),

  /** Notes a use, at most once a minute. */
  used: (id: Id<'token'>, now: Date) =>
    db
      .update(personalToken)
      .set({ lastUsedAt: now })
      .where(
        and(
          eq(personalToken.id, id),
          or(isNull(personalToken.lastUsedAt), lt(personalToken.lastUsedAt, new Date(now.getTime() - noteEvery))),
        ),
      ),

  of: (owner: Id<'user'>): Promise<PersonalToken[]> =>
    db.select().from(personalToken).where(eq(personalToken.userId, owner)).orderBy(desc(personalToken.createdAt)).all(),

  /** Revokes all of a user, whose password somebody else may have known. */
  removeAll: (owner: Id<'user'>) => db.delete(personalToken).where(eq(personalToken.userId, owner)),

  /** Revokes one. False if the user has no such token. */
  async remove(owner: Id<'user'>, id: Id<'token'>): Promise<boolean> {
    const gone = await db
      .delete(personalToken)
      .where(and(eq(personalToken.userId, owner), eq(personalToken.id, id)))
      .returning({ id: personalToken.id })
      .all()
    return gone.length === 1
  },
})
export type PersonalTokens = ReturnType<typeof personalTokensIn>
