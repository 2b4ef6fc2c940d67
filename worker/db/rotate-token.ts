import { eq, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { refreshToken, session } from './schema/accounts.ts'
import { holderOf, revoke } from './session-rows.ts'
import { thereIs, writeIf } from './write-if.ts'

export type Rotation = {
  readonly hash: string
  readonly nextHash: string
  readonly now: Date
  readonly expiresAt: Date
}

/**
 * Milliseconds in which a refresh token may be used once more: a page that navigates away loses the response, and the
 * next page asks again.
 */
const secondAsking = 30_000

/** True for a token's first use, or a second one by a page or tab that lost the response. */
const isHonest = ({ uses, usedAt }: typeof refreshToken.$inferSelect, now: Date): boolean =>
  uses === 1 || (uses === 2 && usedAt !== null && now.getTime() - usedAt.getTime() <= secondAsking)

/**
 * Exchanges a refresh token and extends the session. A third use, or a late second one, ends the whole token family,
 * because the token was stolen.
 */
export async function rotateToken(db: Database, { hash, nextHash, now, expiresAt }: Rotation) {
  const used = await db
    .update(refreshToken)
    .set({
      uses: sql`${refreshToken.uses} + 1`,
      usedAt: sql`coalesce(${refreshToken.usedAt}, ${now.getTime()})`,
    })
    .where(eq(refreshToken.hash, hash))
    .returning()
    .get()
  if (!used) return { holder: null, ended: [] }
  const { workspaceId, sessionId } = used
  if (!isHonest(used, now)) return { holder: null, ended: await revoke(db, eq(session.id, sessionId), now).all() }
  const holder = await holderOf(db, sessionId, now).get()
  const written = await writeIf(
    db,
    [thereIs(holderOf(db, sessionId, now))],
    [
      db.insert(refreshToken).values({ hash: nextHash, workspaceId, sessionId, createdAt: now }),
      db.update(session).set({ expiresAt, lastUsedAt: now }).where(eq(session.id, sessionId)),
    ],
  )
  return { holder: holder && written === 'written' ? holder : null, ended: [] }
}
