import { and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import type { User } from './accounts.ts'
import type { Database } from './database.ts'
import { membership, session, user } from './schema/accounts.ts'

/** Columns of an ended session. */
export const ended = { id: session.id, workspace: session.workspaceId }

const fields = {
  session: session.id,
  user: user.id,
  workspace: session.workspaceId,
  kind: user.kind,
  role: membership.role,
  email: user.email,
}

/** The user of a valid session, with their current role in its workspace. */
export const holderOf = (db: Database, id: Id<'session'>, now: Date) =>
  db
    .select(fields)
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .innerJoin(membership, and(eq(membership.userId, session.userId), eq(membership.workspaceId, session.workspaceId)))
    .where(and(eq(session.id, id), isNull(session.revokedAt), gt(session.expiresAt, now), eq(user.isActive, true)))

/** Condition: the user is active and has the same password as when it was read. */
export const unchanged = (db: Database, { id, passwordHash }: User) =>
  db
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.id, id), eq(user.isActive, true), sql`${user.passwordHash} IS ${passwordHash}`))

/** Ends matching open sessions and returns them. */
export const revoke = (db: Database, rule: SQL | undefined, now: Date) =>
  db
    .update(session)
    .set({ revokedAt: now })
    .where(and(rule, isNull(session.revokedAt)))
    .returning(ended)
