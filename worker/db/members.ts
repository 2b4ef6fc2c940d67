import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { MemberRole } from '#core/access/member-role.ts'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { membership, session, user } from './schema/accounts.ts'
import { accessGrant } from './schema/grants.ts'
import { groupMember } from './schema/groups.ts'
import { ended } from './session-rows.ts'
import { type Term, type Write, writeIf } from './write-if.ts'

/** A member of a workspace, with the groups they are in. */
export type Member = {
  readonly id: Id<'user'>
  readonly kind: 'guest' | 'member'
  readonly name: string
  readonly email: string | null
  readonly role: MemberRole
  readonly attributes: Readonly<Record<string, string>>
  readonly joinedAt: Date
  readonly lastUsedAt: Date
  readonly groups: readonly string[]
}
type Change = Partial<Pick<Member, 'role' | 'attributes'>>

const columns = {
  id: user.id,
  kind: user.kind,
  name: user.name,
  email: user.email,
  role: membership.role,
  attributes: membership.attributes,
  joinedAt: membership.createdAt,
  lastUsedAt: membership.lastUsedAt,
  groups: sql<string>`(SELECT json_group_array(group_id) FROM group_member
    WHERE group_member.user_id = ${membership.userId} AND group_member.workspace_id = ${membership.workspaceId})`.mapWith(
    (text: string): readonly string[] => JSON.parse(text) as readonly string[],
  ),
}

/** Members of one workspace. */
export const membersIn = (db: Database, workspaceId: Id<'workspace'>) => {
  const isHere = (id: string) => and(eq(membership.workspaceId, workspaceId), eq(membership.userId, id as Id<'user'>))
  const select = () => db.select(columns).from(membership).innerJoin(user, eq(user.id, membership.userId))
  const sessionsOf = (id: Id<'user'>) => and(eq(session.userId, id), eq(session.workspaceId, workspaceId))

  /** Term: somebody besides this person owns the workspace. */
  const anotherOwns = (id: Id<'user'>): Term => ({
    holds: sql`EXISTS (SELECT 1 FROM membership WHERE workspace_id = ${workspaceId} AND role = 'owner' AND user_id <> ${id})`,
  })
  const write = async (terms: readonly Term[], writes: readonly Write[]): Promise<boolean> =>
    (await writeIf(db, terms, writes)) === 'written'

  return {
    all: (): Promise<Member[]> =>
      select()
        .where(eq(membership.workspaceId, workspaceId))
        .orderBy(asc(sql`lower(${user.name})`))
        .limit(1000)
        .all(),

    find: (id: string): Promise<Member | undefined> => select().where(isHere(id)).get(),

    /** Changes a role or attributes. False if it would leave the workspace without an owner. */
    change: (id: Id<'user'>, to: Change): Promise<boolean> =>
      write(to.role === undefined || to.role === 'owner' ? [] : [anotherOwns(id)], [
        db.update(membership).set(to).where(isHere(id)),
      ]),

    /** Makes somebody the owner in another's place, who becomes an admin. */
    moveOwnership: (from: Id<'user'>, to: Id<'user'>): Promise<boolean> =>
      write(
        [{ holds: sql`EXISTS (SELECT 1 FROM membership WHERE workspace_id = ${workspaceId} AND user_id = ${to})` }],
        [
          db.update(membership).set({ role: 'owner' }).where(isHere(to)),
          db.update(membership).set({ role: 'admin' }).where(isHere(from)),
        ],
      ),

    /** Ends a membership, with its grants, groups and sessions. Null if it would leave the workspace without an owner. */
    async remove(id: Id<'user'>, now: Date) {
      const open = and(sessionsOf(id), isNull(session.revokedAt))
      const isOver = await write(
        [anotherOwns(id)],
        [
          db.delete(accessGrant).where(and(eq(accessGrant.workspaceId, workspaceId), eq(accessGrant.userId, id))),
          db.delete(groupMember).where(and(eq(groupMember.workspaceId, workspaceId), eq(groupMember.userId, id))),
          db.update(session).set({ revokedAt: now }).where(open),
          db.delete(membership).where(isHere(id)),
        ],
      )
      if (!isOver) return null
      return db
        .select(ended)
        .from(session)
        .where(and(sessionsOf(id), eq(session.revokedAt, now)))
        .all()
    },
  }
}
