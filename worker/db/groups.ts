import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { membership } from './schema/accounts.ts'
import { groupMember, memberGroup } from './schema/groups.ts'
import { type Write, writeIf, type Written } from './write-if.ts'

export type Group = { readonly id: Id<'group'>; readonly name: string; readonly members: readonly string[] }

/** Groups of members of one workspace. */
export const groupsIn = (db: Database, workspaceId: Id<'workspace'>) => {
  const isMine = (id: string) => and(eq(memberGroup.workspaceId, workspaceId), eq(memberGroup.id, id as Id<'group'>))
  const select = () =>
    db
      .select({
        id: memberGroup.id,
        name: memberGroup.name,
        members:
          sql<string>`(SELECT json_group_array(user_id) FROM group_member WHERE group_id = ${memberGroup.id})`.mapWith(
            (text: string): readonly string[] => JSON.parse(text) as readonly string[],
          ),
      })
      .from(memberGroup)
  /** Puts members of the workspace into a group; ids of others are ignored. */
  const fill = (id: Id<'group'>, members: readonly string[]): Write =>
    db.insert(groupMember).select(
      db
        .select({
          workspaceId: membership.workspaceId,
          groupId: sql<Id<'group'>>`${id}`.as('group_id'),
          userId: membership.userId,
        })
        .from(membership)
        .where(
          and(
            eq(membership.workspaceId, workspaceId),
            inArray(membership.userId, sql`(SELECT value FROM json_each(${JSON.stringify(members)}))`),
          ),
        ),
    )
  return {
    all: (): Promise<Group[]> =>
      select()
        .where(eq(memberGroup.workspaceId, workspaceId))
        .orderBy(asc(sql`lower(${memberGroup.name})`))
        .limit(500)
        .all(),

    find: (id: string): Promise<Group | undefined> => select().where(isMine(id)).get(),

    /** `taken` if there is a group of this name. */
    add: (row: { readonly id: Id<'group'>; readonly name: string; readonly createdAt: Date }): Promise<Written> =>
      writeIf(db, [], [db.insert(memberGroup).values({ ...row, workspaceId })]),

    /** Renames a group, or sets who is in it. */
    async change(
      id: Id<'group'>,
      to: { readonly name?: string | undefined; readonly members?: readonly string[] | undefined },
    ): Promise<Written> {
      const { name, members } = to
      return writeIf(
        db,
        [],
        [
          ...(name === undefined ? [] : [db.update(memberGroup).set({ name }).where(isMine(id))]),
          ...(members === undefined
            ? []
            : [db.delete(groupMember).where(eq(groupMember.groupId, id)), fill(id, members)]),
        ],
      )
    },

    /** False if it does not exist. */
    remove: async (id: string): Promise<boolean> =>
      (await db.delete(memberGroup).where(isMine(id)).returning({ id: memberGroup.id })).length === 1,
  }
}
